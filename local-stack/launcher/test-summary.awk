# Reads paths of surefire and failsafe reports, one a line; prints a line a module, what failed, and the closing line.
# root: the repository's folder with a slash at its end.

function attribute(line, name,   at) {
  at = match(line, " " name "=\"[^\"]*\"")
  return at ? substr(line, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : ""
}
{
  file = $0
  module = substr(file, length(root) + 1); sub("/target/.*", "", module)
  if (!(module in tests)) order[++modules] = module
  while ((getline line < file) > 0) {
    if (line ~ /<testsuite /) {
      bad = attribute(line, "errors") + attribute(line, "failures")
      tests[module] += attribute(line, "tests"); failed[module] += bad; skipped[module] += attribute(line, "skipped")
      time[module] += attribute(line, "time")
    }
    if (line ~ /<testcase /) test = attribute(line, "classname") "." attribute(line, "name")
    if (line ~ /<(failure|error)[ >]/ && test != "") {
      broken[++failures] = test; test = ""
    }
  }
  close(file)
}
END {
  print ""
  for (i = 1; i <= modules; i++) {
    m = order[i]; good = tests[m] - failed[m] - skipped[m]
    printf "%-36s %5d passed %4d failed %4d skipped %7.1f s\n", m, good, failed[m], skipped[m], time[m]
    passed += good; bads += failed[m]; skips += skipped[m]
  }
  for (i = 1; i <= failures; i++) print "FAILED " broken[i]
  printf "%d passed, %d failed, %d skipped\n", passed, bads, skips
}
