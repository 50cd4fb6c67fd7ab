/// Problems: how a refusal crosses HTTP.
@NullMarked
package dev.otto.model.problem;

import org.jspecify.annotations.NullMarked;
