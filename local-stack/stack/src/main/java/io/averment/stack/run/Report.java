package io.averment.stack.run;

import io.averment.stack.samples.DemoUser;
import io.averment.stack.samples.RecordedArticle;
import io.averment.stack.samples.RecordedStatement;
import io.averment.stack.servers.Servers;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;

/**
 * What {@code run} prints once all is there.
 *
 * @param out where to
 * @param ports where everything listens
 * @param servers the servers
 */
record Report(PrintStream out, RunPorts ports, Servers servers) {

    private static final int WIDTH = 100;

    void record(Collection<RecordedArticle> articles) {
        for (RecordedArticle article : articles) {
            out.println();
            out.println(article.headline());
            String revision = article.revision() > 1 ? ", revision " + article.revision() : "";
            String date = article.publishedAt().isEmpty() ? "no date" : article.publishedAt();
            out.println(article.source().outlet() + ", " + date + revision);
            if (article.statements().isEmpty()) {
                out.println("    no statements");
            }
            article.statements().forEach(this::statement);
        }
        out.println();
    }

    private void statement(RecordedStatement statement) {
        wrapped("    ", statement.words());
        out.println("        " + statement.who() + "  " + statement.manner() + "  " + statement.way());
    }

    private void wrapped(String indent, String text) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.split(" ", -1)) {
            if (line.length() > indent.length() && line.length() + word.length() > WIDTH) {
                out.println(line.toString().stripTrailing());
                line = new StringBuilder(indent);
            }
            line.append(word).append(' ');
        }
        out.println(line.toString().stripTrailing());
    }

    void addresses() {
        out.println("Addresses (loopback only)");
        for (ServiceProgram service : ServiceProgram.values()) {
            row(
                    service.module(),
                    url(ports.service(service)) + "   health and metrics: " + url(ports.management(service)) + "/q");
        }
        row("keycloak", servers.keycloak().realmUrl());
        row("kafka", servers.kafka().bootstrapServers());
        row("postgresql", "127.0.0.1:" + ports.postgres() + "   databases ingest, query");
        out.println();
    }

    void users(List<DemoUser> users) {
        out.println("Demo users (the password is demo- and the name)");
        for (DemoUser user : users) {
            String tenant = user.tenant().isEmpty() ? "no tenant" : "tenant " + user.tenant();
            row(user.name(), String.join(", ", user.roles()) + "; " + tenant);
        }
        out.println();
    }

    void curlLines() {
        String token =
                "$(curl -s -d grant_type=password -d client_id=averment-cli -d username=carl -d password=demo-carl "
                        + servers.keycloak().realmUrl()
                        + "/protocol/openid-connect/token | sed 's/.*\"access_token\":\"\\([^\"]*\\).*/\\1/')";
        out.println("To go on with (a token lasts 15 minutes)");
        out.println("TOKEN=" + token + "; curl -s -H \"Authorization: Bearer $TOKEN\" '"
                + url(ports.service(ServiceProgram.QUERY)) + "/v1/statements?speaker=solberg'");
        out.println("TOKEN=" + token + "; curl -s -H \"Authorization: Bearer $TOKEN\" '"
                + url(ports.service(ServiceProgram.QUERY)) + "/v1/articles?words=tarsin&limit=5'");
        out.println("TOKEN=" + token
                + "; curl -s -H \"Authorization: Bearer $TOKEN\" -H 'Content-Type: text/plain' -d '\"We are"
                + " listening,\" the mayor said.' '"
                + url(ports.service(ServiceProgram.INGEST)) + "/v1/articles?outlet=My%20Paper'");
        out.println();
    }

    private void row(String name, String value) {
        out.println("    " + name + " ".repeat(Math.max(1, 18 - name.length())) + value);
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }
}
