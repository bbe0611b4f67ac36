package io.averment.images;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.cloud.tools.jib.api.ImageReference;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryTest {

    @Test
    void takesOnlyThisMachineForLoopback() {
        List<String> names = List.of(
                "localhost/boat",
                "localhost:5000/boat",
                "127.0.0.1:5000/boat",
                "127.1.2.3/boat",
                "127.1:5000/boat",
                "localhost.example.com/boat",
                "127.0.0.1.example.com/boat",
                "registry:5000/boat");
        List<String> loopback = names.stream()
                .filter(name -> Registry.isLoopback(ImageReference.of(name.replaceFirst("/.*", ""), "boat", "1")))
                .toList();
        assertEquals(names.subList(0, 4), loopback);
    }

    @Test
    void tellsNamesInARegistryFromFiles() {
        for (String name : List.of(
                "registry.example.com/boat",
                "registry.example.com/team/boat:1",
                "registry:5000/boat",
                "localhost/boat")) {
            assertEquals(List.of(true, true), List.of(Registry.hasHost(name), Registry.isImage(name)), name);
        }
        for (String name : List.of("registry.example.com", "registry:5000", "localhost", "base.tar")) {
            assertEquals(List.of(true, false), List.of(Registry.hasHost(name), Registry.isImage(name)), name);
        }
        for (String name :
                List.of("boat", "boat/base", "images/base.tar", "./base.tar", "../base.tar", "/tmp/base.tar")) {
            assertEquals(List.of(false, false), List.of(Registry.hasHost(name), Registry.isImage(name)), name);
        }
    }
}
