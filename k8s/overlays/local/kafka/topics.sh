#!/bin/sh
# Makes the declared topics that are not there, on a single broker. Needs `java` and /opt/kafka/libs with Kafka's tools.
set -eu
grep -v '^#' /etc/averment/topics.txt | while read -r name partitions settings; do
  [ -n "$name" ] || continue
  configs=
  for setting in $settings; do configs="$configs --config $setting"; done
  # shellcheck disable=SC2086
  java -Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '/opt/kafka/libs/*' org.apache.kafka.tools.TopicCommand \
    --bootstrap-server kafka:9092 --create --if-not-exists --topic "$name" --partitions "$partitions" --replication-factor 1 $configs </dev/null
done
