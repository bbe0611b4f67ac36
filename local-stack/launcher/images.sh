# shellcheck shell=bash
# Part of ../../averment: container images of the services. Needs ROOT, SERVICES, tools.sh and build.sh.

images() { # [OPTIONS] [SERVICE...]
  local word services=() option='' native=yes
  if [[ " $* " == *" --test-servers "* ]]; then
    test_images "$@"
    return
  fi
  for word in "$@"; do
    if [[ -n $option ]]; then
      option=
      continue
    fi
    case $word in
      --out | --base | --push) option=$word ;;
      --jvm) [[ " $* " == *" --native "* ]] || native= ;;
      --native | --out=* | --base=* | --push=*) ;;
      *)
        [[ " ${SERVICES[*]} " == *" $word "* ]] ||
          misuse "\`images\` does not know $word." "The services: ${SERVICES[*]}; ./averment images --help says what else it takes."
        services+=("$word")
        ;;
    esac
  done
  [[ -z $option ]] || misuse "$option needs a value." "./averment images --help says what it takes."
  ((${#services[@]} > 0)) || services=("${SERVICES[@]}")
  [[ -z $native ]] || refuse_stale_natives "${services[@]}"
  build_with_bills "${services[@]}"
  build local-stack/stack local-stack/images
  find_jdk
  exec "$JAVA_HOME/bin/java" "@$(output_of local-stack/images)" io.averment.images.Main "$@"
}

test_images() { # --test-servers [--out DIR]; PostgreSQL, Kafka and Keycloak as local-stack starts them, and the client of `k8s try`
  local folders java_args
  build local-stack/stack local-stack/images
  find_jdk
  java_args=$(output_of local-stack/stack)
  folders=$("$JAVA_HOME/bin/java" "@$java_args" io.averment.stack.Main server-folders) || fail "the servers could not be unpacked."
  exec "$JAVA_HOME/bin/java" "@$(output_of local-stack/images)" io.averment.images.Main "$@" \
    "--postgresql=$(sed -n 's/^postgresql //p' <<<"$folders")" "--keycloak=$(sed -n 's/^keycloak //p' <<<"$folders")"
}
