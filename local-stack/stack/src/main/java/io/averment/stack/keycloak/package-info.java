/** A real Keycloak server from its distribution, with the product's realm. */
@NullMarked
package io.averment.stack.keycloak;

import org.jspecify.annotations.NullMarked;
