package io.averment.query.server;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** An article-withdrawn message of a report of {@link SampleMessage}, which a test then changes. */
public final class WithdrawalMessage {
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final ObjectNode body = new JsonMapper().createObjectNode();
    private final String key;

    public WithdrawalMessage(String tenant, UUID article, int throughRevision) {
        key = article.toString();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_type", "io.averment.article.withdrawn.v1");
        headers.put("ce_subject", key);
        headers.put("ce_tenant", tenant);
        body.put("articleId", key)
                .put("throughRevision", throughRevision)
                .put("reason", "RETRACTED")
                .put("withdrawnBy", "an operator")
                .put("withdrawnAt", "2026-11-21T08:00:00.500Z")
                .put("firstAcceptedAt", "2026-11-20T10:00:00.123456Z")
                .put("recordMonth", "2026-11");
    }

    public WithdrawalMessage header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public WithdrawalMessage with(String field, String value) {
        body.put(field, value);
        return this;
    }

    public WithdrawalMessage without(String field) {
        body.remove(field);
        return this;
    }

    public String key() {
        return key;
    }

    public byte[] bytes() {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    public Headers headers() {
        RecordHeaders written = new RecordHeaders();
        headers.forEach((name, value) -> written.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return written;
    }

    public ProducerRecord<String, byte[]> record() {
        return new ProducerRecord<>("averment.articles.withdrawn.v1", null, key, bytes(), headers());
    }
}
