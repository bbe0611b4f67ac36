package io.averment.images;

import io.averment.stack.release.SoftwareBill;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An image of one service.
 *
 * @param name with its tag, as {@code averment/ingest-service:1.0.0}
 * @param file what its files are called, without ending
 * @param base what it is made on top of
 * @param processor as images call it: {@code amd64} or {@code arm64}
 * @param layers the lowest first, which is that which changes least often
 * @param environment what programs find in their environment unless the container says otherwise
 * @param entryPoint the command to which a container's arguments are added
 * @param labels by the names that the Open Container Initiative gives them
 * @param bill what it consists of
 */
record ServiceImage(
        String name,
        String file,
        Base base,
        String processor,
        List<Layer> layers,
        SortedMap<String, String> environment,
        List<String> entryPoint,
        SortedMap<String, String> labels,
        SoftwareBill bill) {

    ServiceImage {
        layers = List.copyOf(layers);
        // Sorted, since what an image says of itself may follow their order.
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
        entryPoint = List.copyOf(entryPoint);
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }
}
