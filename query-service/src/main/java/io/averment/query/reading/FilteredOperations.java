package io.averment.query.reading;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * What facets and histograms take from the list that they stand under: its filters, but nothing about its pages. So they are described
 * once, at the list.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class FilteredOperations implements OASFilter {
    private static final List<String> ENDS = List.of("/facets", "/histogram");
    private static final Set<String> OF_PAGES = Set.of(
            QueryParameters.LIMIT,
            QueryParameters.CURSOR,
            QueryParameters.SINCE,
            QueryParameters.FIELDS,
            QueryParameters.COUNT,
            QueryParameters.HIGHLIGHTS,
            FactSort.NAME);

    /** The parameters of a list that narrow it, and others. */
    public static Set<String> filtersOf(Set<String> parameters, String... others) {
        return Stream.concat(parameters.stream().filter(name -> !OF_PAGES.contains(name)), Stream.of(others))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void filterOpenAPI(OpenAPI description) {
        Map<String, PathItem> paths = description.getPaths().getPathItems();
        paths.forEach((path, item) -> {
            for (String end : ENDS) {
                PathItem list = path.endsWith(end) ? paths.get(path.substring(0, path.length() - end.length())) : null;
                if (list != null) {
                    add(item.getGET(), list.getGET());
                }
            }
        });
    }

    private static void add(Operation operation, Operation list) {
        List<Parameter> parameters = new ArrayList<>(operation.getParameters());
        for (Parameter parameter : list.getParameters()) {
            if (!OF_PAGES.contains(name(parameter))) {
                parameters.add(parameter);
            }
        }
        operation.setParameters(parameters);
    }

    private static String name(Parameter parameter) {
        String reference = parameter.getRef();
        return reference == null ? parameter.getName() : reference.substring(reference.lastIndexOf('/') + 1);
    }
}
