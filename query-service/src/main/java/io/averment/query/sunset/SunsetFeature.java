package io.averment.query.sunset;

import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/** Finds what is marked with {@link Sunset}, once, when the service is put together. */
@Provider
public class SunsetFeature implements DynamicFeature {

    @Override
    public void configure(ResourceInfo operation, FeatureContext context) {
        Sunset marked = operation.getResourceMethod().getAnnotation(Sunset.class);
        if (marked != null) {
            context.register(new SunsetHeaders(marked.deprecated(), marked.gone(), marked.successor()));
        }
    }
}
