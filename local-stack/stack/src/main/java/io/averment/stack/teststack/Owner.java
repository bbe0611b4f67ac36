package io.averment.stack.teststack;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process that wants the test stack to stay.
 *
 * @param pid its process id
 * @param started when it started, in milliseconds since 1970; a later process with the same id differs here
 */
record Owner(long pid, long started) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");
    private static final Owner NOBODY = new Owner(0, 0);

    /** From the name of its file; a name of another form means an owner that is not alive. */
    static Owner parse(String name) {
        Matcher form = FORM.matcher(name);
        return form.matches() ? new Owner(Long.parseLong(form.group(1)), Long.parseLong(form.group(2))) : NOBODY;
    }

    boolean isAlive() {
        return pid > 0
                && ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .flatMap(process -> process.info().startInstant())
                        .map(Instant::toEpochMilli)
                        .filter(instant -> instant == started)
                        .isPresent();
    }
}
