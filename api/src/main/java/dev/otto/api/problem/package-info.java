/// Problems: everything that is not answered as it was meant, in one shape and with one request id.
@NullMarked
package dev.otto.api.problem;

import org.jspecify.annotations.NullMarked;
