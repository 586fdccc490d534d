/// Tests of the web room: real HTTP, real sockets, a real browser; the turn alone is scripted.
@NullMarked
package dev.andon.node.web;

import org.jspecify.annotations.NullMarked;
