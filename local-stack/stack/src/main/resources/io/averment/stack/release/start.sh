#!/usr/bin/env bash
# Starts the service on a Java runtime. Options in front that begin with -X or -D are for the runtime, as the native executable takes them too.
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd -P)
options=()
while [[ ${1:-} == -X* || ${1:-} == -D* ]]; do
  options+=("$1")
  shift
done
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" ${options[@]+"${options[@]}"} -jar "$home/quarkus-app/quarkus-run.jar" "$@"
