package io.averment.stack.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A person of the local stack's realm.
 *
 * @param name the user's name
 * @param roles what the user may do
 * @param tenant whose record it is; empty for a user of no tenant
 */
public record DemoUser(String name, List<String> roles, String tenant) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public DemoUser {
        roles = List.copyOf(roles);
    }

    /** The people of a realm's file of users; machines are left out. */
    public static List<DemoUser> allIn(Path realm) throws IOException {
        List<DemoUser> users = new ArrayList<>();
        JsonNode file = JSON.readTree(Files.readString(realm.resolve("averment-users-0.json")));
        for (JsonNode user : file.path("users")) {
            if (user.has("credentials")) {
                List<String> roles = new ArrayList<>();
                user.path("realmRoles").forEach(role -> roles.add(role.asText()));
                String tenant = user.path("attributes").path("tenant").path(0).asText();
                users.add(new DemoUser(user.path("username").asText(), roles, tenant));
            }
        }
        return List.copyOf(users);
    }

    /** The password of a demo user. */
    public static String password(String name) {
        return "demo-" + name;
    }
}
