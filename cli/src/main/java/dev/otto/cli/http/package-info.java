/// HTTP as the command line needs it: requests with the token, refusals as problem+json, and a
/// stream of events.
@NullMarked
package dev.otto.cli.http;

import org.jspecify.annotations.NullMarked;
