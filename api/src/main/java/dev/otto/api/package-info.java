/// Otto's HTTP border: resources by capability, live events, the OpenAPI document, and the web
/// page.
@NullMarked
package dev.otto.api;

import org.jspecify.annotations.NullMarked;
