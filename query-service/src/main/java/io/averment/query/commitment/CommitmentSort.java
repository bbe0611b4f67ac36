package io.averment.query.commitment;

import io.averment.query.reading.Order;

/** The orders that a client may choose. */
enum CommitmentSort {
    NEWEST(Order.NEWEST),
    DUE(Order.DUE),
    RELEVANCE(Order.NEWEST);

    private final Order order;

    CommitmentSort(Order order) {
        this.order = order;
    }

    Order order() {
        return order;
    }
}
