/** Container images of the services, made without a container engine: {@code ./averment images}. */
@NullMarked
package io.averment.images;

import org.jspecify.annotations.NullMarked;
