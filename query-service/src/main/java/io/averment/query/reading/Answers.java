package io.averment.query.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.averment.query.representation.AtomFeed;
import io.averment.query.representation.CsvTable;
import io.averment.query.representation.FieldSelection;
import io.averment.query.representation.Form;
import io.averment.query.representation.ListItem;
import io.averment.query.representation.ListPage;
import io.averment.query.representation.Shape;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers to reads, in the form and with the fields that the client asks for. The entity tag is the hash of what is told, so
 * that a client that polls gets a 304 exactly as long as nothing changed. It is weak: it is the same whether the answer is
 * compressed or not, and a page's cursor {@code newest} alone does not change it. Thread-safe.
 */
@ApplicationScoped
public class Answers {
    /** Under this name the request carries how many things its answer shows, for the audit log. */
    public static final String ITEMS = Answers.class.getName() + ".items";

    /** Under this name the request carries what else it asks for than query and path say, for the audit log: a map of texts. */
    public static final String PARAMETERS = Answers.class.getName() + ".parameters";

    private static final int TAG_BYTES = 16;

    private final ObjectMapper mapper;
    private final Map<Class<?>, Shape> shapes = new ConcurrentHashMap<>();
    private final CurrentVertxRequest current;

    Answers(ObjectMapper mapper, CurrentVertxRequest current) {
        this.mapper = mapper;
        this.current = current;
    }

    /** 200 with the body as JSON, or 304 when the client has it already; the caller adds what else belongs to it. */
    public Response.ResponseBuilder answer(Request request, Object body) {
        shows(1);
        byte[] bytes = write(body);
        return answer(request, bytes, weak(bytes), MediaType.APPLICATION_JSON);
    }

    /** The same with only the fields that the parameter {@code fields} names. */
    public Response.ResponseBuilder answer(Request request, QueryParameters parameters, Object body) {
        return answer(request, selected(parameters, body));
    }

    /**
     * The same under a strong tag, by which the thing can be changed. It is never compressed: its bytes would be others, under the same
     * tag.
     */
    public Response.ResponseBuilder answer(Request request, QueryParameters parameters, Object body, String tag) {
        shows(1);
        byte[] bytes = write(selected(parameters, body));
        return answer(request, bytes, new EntityTag(tag), MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_ENCODING, "identity");
    }

    private Object selected(QueryParameters parameters, Object body) {
        FieldSelection selection = selection(parameters, shape(body.getClass()));
        if (selection.isAll()) {
            return body;
        }
        JsonNode tree = mapper.valueToTree(body);
        selection.prune(tree);
        return tree;
    }

    /**
     * The answer with a page of a list, in the form that the client accepts. The page after it stands in a Link header too, and
     * where to ask for what is newer (RFC 8288: next, monitor).
     */
    public Response page(Request request, ListRequest list, ListPage page) {
        return page(request, list, list.address(), page);
    }

    /** The same for a list that is found under another address than its own. */
    public Response page(Request request, ListRequest list, PageAddress address, ListPage page) {
        shows(page.items().size());
        Shape shape = shapeOfItems(page);
        FieldSelection selection = selection(list.parameters(), shape);
        JsonNode tree = mapper.valueToTree(page);
        JsonNode items = tree.path(ListPage.ITEMS);
        selection.prune(items);
        Form form = Form.accepted(request);
        byte[] bytes = switch (form) {
            case JSON -> write(tree);
            case NDJSON -> lines(items);
            case CSV -> utf8(new CsvTable(shape, selection).write(items));
            case ATOM -> utf8(feed(list, address, page).write());
        };
        Response.ResponseBuilder answer = answer(request, bytes, tag(form, tree, bytes), form.mediaType());
        links(address, page)
                .forEach((relation, reference) ->
                        answer.header(HttpHeaders.LINK, '<' + reference + ">; rel=\"" + relation + '"'));
        return answer.build();
    }

    /** @throws io.averment.query.problem.ProblemException when the parameter {@code fields} names some that the page's items have not */
    public void requireFields(QueryParameters parameters, ListPage page) {
        selection(parameters, shapeOfItems(page));
    }

    private Shape shapeOfItems(ListPage page) {
        return Objects.requireNonNull(shape(page.getClass()).fields().get(ListPage.ITEMS), "a page has items");
    }

    /** Tells the audit log what was asked for beside the parameters of query and path. */
    public void asked(Map<String, String> parameters) {
        RoutingContext asked = current.getCurrent();
        if (asked != null) {
            asked.put(PARAMETERS, Map.copyOf(parameters));
        }
    }

    private void shows(int items) {
        RoutingContext asked = current.getCurrent();
        if (asked != null) {
            asked.put(ITEMS, items);
        }
    }

    /** Of what JSON tells, newest moves on whenever anything is recorded, and alone changes no tag. */
    private EntityTag tag(Form form, JsonNode tree, byte[] bytes) {
        if (form == Form.JSON && tree instanceof ObjectNode told) {
            told.remove(ListPage.NEWEST);
            return weak(write(told));
        }
        return weak(bytes);
    }

    private Shape shape(Class<?> type) {
        return shapes.computeIfAbsent(type, any -> Shape.of(any, mapper));
    }

    private static FieldSelection selection(QueryParameters parameters, Shape shape) {
        Optional<String> fields = parameters.text(QueryParameters.FIELDS);
        return fields.map(written -> FieldSelection.parse(written, shape)).orElse(FieldSelection.ALL);
    }

    private byte[] lines(JsonNode items) {
        StringBuilder lines = new StringBuilder();
        items.forEach(item -> lines.append(item.toString()).append('\n'));
        return utf8(lines.toString());
    }

    private static AtomFeed feed(ListRequest list, PageAddress address, ListPage page) {
        Map<String, String> links = new TreeMap<>(links(address, page));
        // A feed whose bytes moved on with everything recorded elsewhere would never be unchanged.
        links.remove("monitor");
        links.put("self", address.self());
        return new AtomFeed(
                address.title(),
                address.feed(),
                list.path(),
                links,
                page.items().stream().map(ListItem::entry).toList());
    }

    private static Map<String, String> links(PageAddress address, ListPage page) {
        Map<String, String> links = new TreeMap<>();
        String next = page.next();
        if (next != null) {
            links.put("next", address.next(next));
        }
        String newest = page.newest();
        if (newest != null) {
            links.put("monitor", address.since(newest));
        }
        return links;
    }

    private static Response.ResponseBuilder answer(Request request, byte[] bytes, EntityTag tag, String type) {
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer =
                unchanged != null ? unchanged : Response.ok(bytes).type(type).tag(tag);
        CacheControl revalidate = new CacheControl();
        revalidate.setPrivate(true);
        revalidate.setNoCache(true);
        revalidate.setNoTransform(false); // JAX-RS says no-transform unless told otherwise
        return answer.cacheControl(revalidate)
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }

    /** The answer with a page of another form than lists have; the page after it stands in a Link header (RFC 8288). */
    public Response page(Request request, ListRequest list, byte[] page, String type, @Nullable String next) {
        Response.ResponseBuilder answer = answer(request, page, weak(page), type);
        return (next == null
                        ? answer
                        : answer.header(HttpHeaders.LINK, '<' + list.address().next(next) + ">; rel=\"next\""))
                .build();
    }

    private byte[] write(Object body) {
        try {
            return mapper.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an answer cannot be written as JSON", impossible);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static EntityTag weak(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new EntityTag(HexFormat.of().formatHex(digest, 0, TAG_BYTES), true);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
