package io.averment.query.projection;

import static io.averment.query.projection.DeadMessageException.ruleBroken;
import static io.averment.query.projection.DeadMessageException.unreadable;

import io.averment.query.record.ArticleId;
import io.averment.query.record.Tenant;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/** The key and headers of a message: CloudEvents in binary mode. */
record Envelope(@Nullable String key, Headers headers) {
    private static final String SPEC_VERSION = "1.0";
    private static final int LONGEST_CE_ID = 200;

    static Envelope of(Message<byte[]> message) {
        return message.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(metadata -> new Envelope((String) metadata.getKey(), metadata.getHeaders()))
                .orElseGet(() -> new Envelope(null, new RecordHeaders()));
    }

    /** The last header of this name; empty when there is none or it is not UTF-8. */
    Optional<String> header(String name) {
        Header header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(header.value()))
                    .toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    /** @throws DeadMessageException when the message is no CloudEvent of this type */
    void requireType(String type) {
        requireHeader("ce_specversion", SPEC_VERSION);
        requireHeader("ce_type", type);
    }

    private void requireHeader(String name, String value) {
        if (!header(name).map(value::equals).orElse(false)) {
            throw unreadable("the header " + name + " is not " + value);
        }
    }

    /** @throws DeadMessageException when there is none */
    Tenant tenant() {
        return header("ce_tenant")
                .filter(Tenant::isName)
                .map(Tenant::new)
                .orElseThrow(() -> unreadable("the header ce_tenant is missing or not a tenant's name"));
    }

    /** @throws DeadMessageException when there is none that can be kept */
    String id() {
        return header("ce_id")
                .filter(id -> !id.isBlank() && id.length() <= LONGEST_CE_ID && id.indexOf('\0') < 0)
                .orElseThrow(() -> unreadable("the header ce_id is missing, blank or too long"));
    }

    /** @throws DeadMessageException when the message is keyed by another article */
    void requireKey(ArticleId article) {
        String id = article.toString();
        if (!id.equals(key) || !id.equals(header("ce_subject").orElse(id))) {
            throw ruleBroken("the key or the header ce_subject is not the article's id");
        }
    }
}
