package io.averment.analysis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ROOT = "io.averment.analysis.";
    private static final String LANES = "jdk.incubator.vector..";
    private static final String[] DOMAIN = {
        ROOT + "document..",
        ROOT + "knowledge..",
        ROOT + "entity..",
        ROOT + "coreference..",
        ROOT + "language..",
        ROOT + "pipeline..",
        ROOT + "sentence..",
        ROOT + "quotation..",
        ROOT + "statement..",
        ROOT + "model..",
        ROOT + "token..",
        ROOT + "name..",
        ROOT + "syntax..",
        ROOT + "time..",
        ROOT + "commitment..",
        ROOT + "conflict..",
        ROOT + "training.."
    };

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.averment");

    @Test
    void keepDomainFreeOfFrameworks() {
        classes()
                .that()
                .resideInAnyPackage(DOMAIN)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(concat(DOMAIN, "java..", "org.jspecify.annotations..", LANES))
                .check(classes);
    }

    /** The module incubates, and is there in native executables alone. */
    @Test
    void keepLanesInOneClass() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + "syntax.LaneKernels")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(LANES)
                .check(classes);
    }

    @Test
    void keepCommandFreeOfServer() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "command..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..", "io.smallrye..", "com.fasterxml.jackson.databind..")
                .check(classes);
    }

    /** Imports read JSON, and nothing of a server. */
    @Test
    void keepAcquisitionFreeOfFrameworks() {
        classes()
                .that()
                .resideInAPackage(ROOT + "acquisition..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(concat(
                        DOMAIN,
                        ROOT + "acquisition..",
                        "java..",
                        "org.jspecify.annotations..",
                        "com.fasterxml.jackson.core.."))
                .check(classes);
    }

    @Test
    void reachIntoNoOtherService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.averment.ingest..", "io.averment.query..", "io.averment.stack..")
                .check(classes);
    }

    @Test
    void keepFeaturesFreeOfCycles() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(classes);
    }

    private static String[] concat(String[] first, String... more) {
        String[] all = java.util.Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }
}
