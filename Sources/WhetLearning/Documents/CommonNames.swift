/// Words that English writes with a capital wherever they stand, as far as documents on technical matters use them.
///
/// General knowledge for the first heading; what people write in their corrections goes before it.
enum CommonNames {
  static func contains(_ word: String) -> Bool { all.contains(word) }

  private static let all: Set<String> = Set(
    (days + peoples + places + makers + programs).split(whereSeparator: \.isWhitespace).map(String.init))

  private static let days = """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April June July August September October
    November December Christmas Easter
    """
  private static let peoples = """
    English German French Spanish Italian Portuguese Dutch Swedish Norwegian Danish Finnish Polish Czech Russian
    Ukrainian Greek Turkish Arabic Hebrew Hindi Chinese Japanese Korean Vietnamese Latin American European British
    Asian African Australian Canadian Indian Unicode 
    """
  private static let places = """
    Europe America Asia Africa Australia Germany France Spain Italy Austria Switzerland Poland Sweden Norway Denmark
    Finland Netherlands Belgium Ireland England Scotland Britain Canada Mexico Brazil Argentina India China Japan Korea
    Singapore Israel Russia Ukraine London Paris Berlin Amsterdam Dublin Stockholm Tokyo Sydney Frankfurt
    Seattle Boston Chicago Texas California Virginia Oregon Ohio
    """
  private static let makers = """
    Google Microsoft Amazon Apple Facebook Netflix Oracle Intel Nvidia Samsung Cisco Mozilla Canonical Atlassian
    Cloudflare Hashicorp Stripe Twilio Shopify Salesforce Slack Dropbox Twitter Wikipedia Anthropic Heroku Vercel
    """
  private static let programs = """
    Linux Ubuntu Debian Fedora Alpine Windows Android Unix Bash Python Java Kotlin Swift Rust Ruby Perl Haskell Erlang
    Elixir Scala Clojure Julia Fortran Lua Dart Flutter Django Flask Rails Laravel Angular Svelte Redux Webpack
    Vite Docker Kubernetes Podman Terraform Ansible Vagrant Jenkins Travis Grafana Prometheus Kibana
    Logstash Elasticsearch Splunk Datadog Sentry Redis Memcached Kafka Cassandra Postgres Sqlite Snowflake Hadoop
    Nginx Apache Tomcat Istio Git Subversion Mercurial Gradle Maven Bazel Jira Trello
    Figma Photoshop Markdown Jupyter Pandas Selenium Playwright Jest Pytest Chrome Firefox
    Safari Azure Bitbucket Gerrit Okta Keycloak Airflow Doxygen Swagger Postman Emacs Vim
    Xcode Homebrew Kanban Scrum Bluetooth 
    """
}
