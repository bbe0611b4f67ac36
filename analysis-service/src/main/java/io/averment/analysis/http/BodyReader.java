package io.averment.analysis.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads bodies within their limit, strictly in UTF-8. Thread-safe. */
@Singleton
class BodyReader {

    private final int largestBody;

    private final ObjectMapper json = JsonMapper.builder()
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    fields -> fields.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    BodyReader(HttpConfiguration configuration) {
        this.largestBody = configuration.largestBody();
    }

    /** A request in JSON. */
    AnalysisRequest json(InputStream body) {
        byte[] bytes = read(body);
        try {
            AnalysisRequest request = json.readValue(bytes, AnalysisRequest.class);
            if (request != null) {
                return request;
            }
        } catch (JsonProcessingException e) {
            // Its message quotes the body; the client knows that already, and the log must not.
        } catch (IOException e) {
            // A byte that is not UTF-8.
        }
        throw new ProblemException(
                ProblemType.INVALID_JSON,
                "Send a JSON object in UTF-8 with the text fields headline, body, text, publishedAt, outlet, language.");
    }

    /** A plain text. */
    String text(InputStream body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(read(body)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ProblemException(ProblemType.INVALID_TEXT, "The body is not text in UTF-8.");
        }
    }

    private byte[] read(InputStream body) {
        byte[] bytes;
        try {
            bytes = body.readNBytes(largestBody + 1);
        } catch (IOException e) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, "The body ended too early.");
        }
        if (bytes.length > largestBody) {
            throw new ProblemException(ProblemType.BODY_TOO_LARGE, "A body has at most " + largestBody + " bytes.");
        }
        return bytes;
    }
}
