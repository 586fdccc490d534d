/// The demonstration plant that ships with Andon: its register, its manuals, its spoken questions.
@NullMarked
package dev.andon.config.demo;

import org.jspecify.annotations.NullMarked;
