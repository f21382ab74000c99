// The usual work of a client in Java, with the official driver. In: address and password. Out: a line `name: value` for each
// thing that was seen. What should be seen stands in clients.test.ts, the same for every language.
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.IntStream;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.async.AsyncSession;
import org.neo4j.driver.exceptions.Neo4jException;

class UsualWork {
  static final String LONG = "UNWIND range(1, 1000000000) AS x WITH x WHERE x < 0 RETURN count(x) AS n";

  static void tell(String name, Object value) {
    System.out.println(name + ": " + value);
  }

  static String code(Runnable work) {
    try {
      work.run();
      return "none";
    } catch (Neo4jException error) {
      return error.code();
    }
  }

  static Driver connect(String uri, String password) {
    var config = Config.builder().withLogging(Logging.console(Level.OFF)).build();
    return GraphDatabase.driver(uri, AuthTokens.basic("neo4j", password), config);
  }

  static long count(Session session) {
    return session.run("MATCH (n:Work) RETURN count(n) AS n").single().get("n").asLong();
  }

  public static void main(String[] args) throws Exception {
    String uri = args[0];
    String password = args[1];
    try (var driver = connect(uri.replace("bolt", "neo4j"), password)) {
      driver.verifyConnectivity();
      tell("routed", driver.executableQuery("RETURN 1 AS x").execute().records().get(0).get("x"));
    }
    try (var driver = connect(uri, password)) {
      work(driver);
    }
    try (var driver = connect(uri, "guess")) {
      tell("password", code(driver::verifyConnectivity));
    }
    System.exit(0);
  }

  static void work(Driver driver) throws Exception {
    try (var session = driver.session()) {
      var server = session.run("MATCH (n:Work) DETACH DELETE n").consume().server();
      tell("server", server.agent().split("\\.")[0]);
      tell("protocol", server.protocolVersion().split("\\.")[0]);
    }
    List<Map<String, Object>> rows = IntStream.range(0, 10)
      .mapToObj(i -> Map.<String, Object>of("id", i, "p", Map.of("x", i / 2.0 + 0.25, "name", "文")))
      .toList();
    var summary = driver
      .executableQuery("UNWIND $rows AS row MERGE (n:Work {id: row.id}) SET n += row.p")
      .withParameters(Map.of("rows", rows))
      .execute()
      .summary();
    var type = Map.of("READ_WRITE", "rw", "WRITE_ONLY", "w", "READ_ONLY", "r").get(summary.queryType().name());
    tell("auto-commit", summary.counters().nodesCreated() + " " + summary.counters().propertiesSet() + " " + type);

    try (var session = driver.session(SessionConfig.builder().withFetchSize(3).build())) {
      try (var transaction = session.beginTransaction()) {
        transaction.run("CREATE (:Work {id: 90})");
        transaction.rollback();
      }
      tell("rolled back", count(session));
      try (var transaction = session.beginTransaction()) {
        transaction.run("CREATE (:Work {id: 91})");
        transaction.commit();
      }
      tell("committed", count(session));
      tell("managed", session.executeWrite(tx -> tx.run("CREATE (n:Work {id: 92}) RETURN n.id AS id").single().get("id")));
      var bookmarks = session.lastBookmarks();
      var all = session.run("UNWIND range(1, 100) AS x RETURN x");
      tell("streamed", all.stream().mapToLong(row -> row.get("x").asLong()).sum());
      var result = session.run("UNWIND range(1, 100000) AS x RETURN x");
      result.next();
      result.consume();
      tell("discarded", count(session));
      try (var next = driver.session(SessionConfig.builder().withBookmarks(bookmarks).build())) {
        tell("bookmark", next.run("MATCH (n:Work {id: 92}) RETURN count(n) AS n").single().get("n"));
      }
    }

    try (var session = driver.session()) {
      session.run("MATCH (a:Work {id: 1}), (b:Work {id: 2}) CREATE (a)-[:R {w: 1.0}]->(b)").consume();
      var row = session.run("MATCH p = (a:Work)-[r:R]->(b) RETURN a, r, p").single();
      var edge = row.get("r").asRelationship();
      var node = row.get("a").asNode();
      var same = edge.startNodeElementId().equals(node.elementId());
      var label = node.labels().iterator().next();
      tell("structures", String.join(" ", label, edge.type(), edge.get("w").toString(), "" + row.get("p").asPath().length(), "" + same));
      Map<String, Object> values = new HashMap<>();
      values.put("d", LocalDate.of(2023, 11, 16));
      values.put("t", ZonedDateTime.of(2023, 11, 16, 6, 50, 0, 0, ZoneOffset.ofHours(8)));
      values.put("b", new byte[] { 0, -1 });
      values.put("big", 1L << 62);
      values.put("f", 2.5);
      values.put("n", null);
      values.put("l", List.of(List.of(1L), List.of("x")));
      var back = session.run("RETURN $v AS v", Map.of("v", values)).single().get("v").asMap();
      tell("values", values.entrySet().stream().allMatch(entry -> Arrays.deepEquals(new Object[] { entry.getValue() }, new Object[] { back.get(entry.getKey()) })));
      tell("syntax", code(() -> session.run("RETURN 1 +").consume()));
      tell("plan", !session.run("EXPLAIN MATCH (n) RETURN n").consume().plan().operatorType().isEmpty());
      var noted = session.run("CREATE INDEX work_r IF NOT EXISTS FOR ()-[r:R]-() ON (r.w)").consume();
      tell("notified", noted.notifications().size());
    }

    try (var session = driver.session(SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build())) {
      tell("read only", code(() -> session.run("CREATE (:Work)").consume()));
    }
    try (var session = driver.session(SessionConfig.forDatabase("movies"))) {
      tell("database", code(() -> session.run("RETURN 1").consume()));
    }
    try (var session = driver.session()) {
      var limit = TransactionConfig.builder().withTimeout(Duration.ofMillis(300)).build();
      tell("timeout", code(() -> session.run(LONG, limit).consume()));
    }
    try (var session = driver.session()) {
      tell("after timeout", session.executeRead(tx -> tx.run("MATCH (n:Work) RETURN count(n) AS n").single().get("n")));
    }
    var running = driver.session(AsyncSession.class);
    running.runAsync(LONG);
    Thread.sleep(300);
    // Closing a session in the middle of a query resets its connection.
    running.closeAsync();
    try (var session = driver.session()) {
      tell("after cancel", session.executeRead(tx -> tx.run("MATCH (n:Work) RETURN count(n) AS n").single().get("n")));
    }
  }
}
