package io.averment.stack.devservices;

import io.quarkus.deployment.IsDevServicesSupportedByLaunchMode;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.ApplicationInfoBuildItem;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.dev.devservices.DevServicesConfig;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Offers the shared test stack to an application, with the settings that it needs to reach its part of it. */
class DevServicesProcessor {

    private static final String FEATURE = "averment-dev-services";

    /** The database of an application, by its name; an application that is not here has none. */
    private static final Map<String, String> DATABASES = Map.of("averment-ingest", "ingest", "averment-query", "query");

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    @BuildStep(onlyIf = {IsDevServicesSupportedByLaunchMode.class, DevServicesConfig.Enabled.class})
    DevServicesResultBuildItem stack(ApplicationInfoBuildItem application) {
        return DevServicesResultBuildItem.<SharedStack>owned()
                .feature(FEATURE)
                .serviceName("stack")
                .serviceConfig(application.getName())
                .description("PostgreSQL, Kafka and Keycloak as plain processes")
                .startable(SharedStack::ofThisCheckout)
                .configProvider(settings(application.getName()))
                .build();
    }

    private static Map<String, Function<SharedStack, String>> settings(String application) {
        Map<String, Function<SharedStack, String>> settings = new LinkedHashMap<>();
        settings.put("kafka.bootstrap.servers", stack -> stack.setting("kafka.bootstrap.servers"));
        settings.put("quarkus.oidc.auth-server-url", stack -> stack.setting("quarkus.oidc.auth-server-url"));
        String database = DATABASES.get(application);
        if (database != null) {
            settings.put("quarkus.datasource.jdbc.url", stack -> stack.setting(database + ".url"));
            settings.put("quarkus.datasource.username", stack -> stack.setting(database + ".service.username"));
            settings.put("quarkus.datasource.password", stack -> stack.setting(database + ".service.password"));
            settings.put("averment.migration.username", stack -> stack.setting(database + ".owner.username"));
            settings.put("averment.migration.password", stack -> stack.setting(database + ".owner.password"));
        }
        return settings;
    }
}
