package io.averment.stack.cluster;

/** Where the services are at this moment: asked anew for each request. Without paths. Thread-safe. */
public interface Endpoints {

    String ingest();

    String analysis();

    String query();
}
