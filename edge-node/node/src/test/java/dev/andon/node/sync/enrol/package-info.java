/// Tests of enrolment, against a small hub over HTTPS.
@NullMarked
package dev.andon.node.sync.enrol;

import org.jspecify.annotations.NullMarked;
