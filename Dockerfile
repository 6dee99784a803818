# The jar comes from `mvn verify`; this only puts it on a Java.
FROM eclipse-temurin:25-jre
RUN useradd --uid 10001 --create-home sonocert && mkdir -p /data/keys && chown -R sonocert /data
COPY target/sonocert-*.jar /opt/sonocert.jar
USER sonocert
ENV SONOCERT_DATA=/data
VOLUME /data
EXPOSE 8080 8081
HEALTHCHECK --interval=10s --timeout=5s --start-period=180s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8081 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-jar", "/opt/sonocert.jar"]
