package io.averment.system;

import io.averment.stack.postgres.PostgresServer;
import io.averment.stack.process.Guardian;
import io.averment.stack.process.Running;
import io.averment.stack.process.Waiting;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;

/**
 * A PostgreSQL server that is backed up as one on plain machines is: its log is copied away as it is written, and a base backup is taken
 * while it serves. Both together give any instant after that backup.
 *
 * @param server where it listens and keeps its data
 * @param archive the folder with the log that was copied away
 */
record ArchivedServer(PostgresServer server, Path archive) {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** What is of the process and not of the data; the log itself comes from the archive. */
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "pg_wal", "pg_replslot");

    /** Prepares the databases, and starts again with the archive: whether there is one is decided at a start. */
    Running start(Guardian guardian) throws IOException, InterruptedException, SQLException {
        Files.createDirectories(archive);
        Running preparing = server.start(guardian);
        server.awaitReady(preparing);
        try (Connection connection = superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set archive_mode = on");
            statement.execute("alter system set archive_command = 'test ! -f " + archive + "/%f && cp %p " + archive
                    + "/%f.part && mv " + archive + "/%f.part " + archive + "/%f'");
        }
        preparing.handle().destroy();
        if (!Waiting.forEnd(preparing.handle(), LIMIT)) {
            throw new IOException("the server did not end");
        }
        Running running = server.start(guardian);
        server.awaitReady(running);
        return running;
    }

    /** Copies the data folder between the two calls by which the server writes down where its log has to be applied from. */
    void backUp(Path copy) throws IOException, SQLException {
        // Who begins a backup has to stay connected until its end.
        try (Connection connection = superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('practised', true)");
            copyData(server.folder().resolve("data"), copy);
            try (ResultSet label = statement.executeQuery("select labelfile from pg_backup_stop()")) {
                label.next();
                Files.writeString(copy.resolve("backup_label"), label.getString(1));
            }
        }
    }

    private static void copyData(Path data, Path copy) throws IOException {
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Path target = copy.resolve(data.relativize(folder).toString());
                Files.createDirectories(target.getParent());
                Files.copy(folder, target, StandardCopyOption.COPY_ATTRIBUTES);
                return isLeftOut(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!isLeftOut(file)) {
                    try {
                        Files.copy(file, copy.resolve(data.relativize(file).toString()));
                    } catch (NoSuchFileException gone) {
                        return visitFileFailed(file, gone);
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            /** What the server dropped meanwhile is no failure: that it did stands in the log. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            private boolean isLeftOut(Path file) {
                return LEFT_OUT.contains(data.relativize(file).toString());
            }
        });
    }

    /** Ends the present file of the log, and waits until it is in the archive. Answers its name, which begins with its timeline. */
    String awaitArchived(Running running) throws IOException, InterruptedException, SQLException {
        String last;
        try (Connection connection = superuser("postgres");
                Statement statement = connection.createStatement();
                ResultSet file = statement.executeQuery("select pg_walfile_name(pg_switch_wal())")) {
            file.next();
            last = file.getString(1);
        }
        Waiting.until(running, LIMIT, () -> Files.exists(archive.resolve(last)));
        return last;
    }

    /** Starts the copy of a data folder that this server was given, which applies the archive up to an instant and then serves. */
    Running restore(Guardian guardian, String instant) throws IOException, InterruptedException {
        Path data = server.folder().resolve("data");
        Files.createFile(data.resolve("recovery.signal"));
        Files.writeString(
                data.resolve("postgresql.auto.conf"),
                "restore_command = 'cp " + archive + "/%f \"%p\"'\n" + "recovery_target_time = '" + instant + "'\n"
                        + "recovery_target_action = 'promote'\n",
                // Its archive is among the settings that it had.
                StandardOpenOption.APPEND);
        Running running = server.start(guardian);
        Waiting.until(running, LIMIT, this::isRestored);
        return running;
    }

    private boolean isRestored() throws IOException {
        try (Connection connection = superuser("postgres");
                Statement statement = connection.createStatement();
                ResultSet recovering = statement.executeQuery("select pg_is_in_recovery()")) {
            recovering.next();
            return !recovering.getBoolean(1);
        } catch (SQLException notYet) {
            throw new IOException(notYet);
        }
    }

    Connection superuser(String database) throws SQLException {
        return connect(database, "postgres");
    }

    Connection connect(String database, String role) throws SQLException {
        return DriverManager.getConnection(server.url(database), role, PostgresServer.password(role));
    }
}
