//! The shape of every JSON that the binary prints, against the schemas in `docs/schema/`.

use crate::story;
use serde_json::Value;

/// The schema of that name.
pub fn schema(name: &str) -> Value {
    let path = format!("{}/docs/schema/{name}.json", story::ROOT);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Checks a value against the parts of JSON Schema that the schemas use; answers with the first fault.
pub fn fault(value: &Value, schema: &Value, root: &Value, place: &str) -> Option<String> {
    if let Some(name) = schema["$ref"].as_str() {
        let target = root.pointer(name.trim_start_matches('#')).expect("a reference within the schema");
        return fault(value, target, root, place);
    }
    if let Some(ways) = schema["oneOf"].as_array() {
        let faults: Vec<String> = ways.iter().filter_map(|way| fault(value, way, root, place)).collect();
        return (faults.len() + 1 != ways.len())
            .then(|| format!("{place}: fits {} of the ways: {faults:?}", ways.len() - faults.len()));
    }
    if let Some(values) = schema["enum"].as_array()
        && !values.contains(value)
    {
        return Some(format!("{place}: {value} is none of {values:?}"));
    }
    if !schema["const"].is_null() && schema["const"] != *value {
        return Some(format!("{place}: {value} is not {}", schema["const"]));
    }
    let is_of = |kind: &str| match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("a type that the test knows, not {other}"),
    };
    let kinds: Vec<&str> = match &schema["type"] {
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        kind => kind.as_str().into_iter().collect(),
    };
    if !kinds.is_empty() && !kinds.iter().any(|kind| is_of(kind)) {
        return Some(format!("{place}: {value} is no {}", kinds.join(" or ")));
    }
    if let Some(object) = value.as_object() {
        for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if !object.contains_key(name) {
                return Some(format!("{place}: \"{name}\" is missing"));
            }
        }
        for (name, value) in object {
            let place = format!("{place}.{name}");
            let known = &schema["properties"][name];
            let further = &schema["additionalProperties"];
            let found = match (known.is_null(), further) {
                (false, _) => fault(value, known, root, &place),
                // Readers must put up with fields that they do not know; we document each before we print it.
                (true, Value::Null | Value::Bool(false)) => {
                    Some(format!("{place}: no such field in the schema"))
                }
                (true, further) => fault(value, further, root, &place),
            };
            if found.is_some() {
                return found;
            }
        }
    }
    let least = schema["minItems"].as_u64().unwrap_or_default();
    if value.as_array().is_some_and(|items| (items.len() as u64) < least) {
        return Some(format!("{place}: fewer than {least}"));
    }
    let items = value.as_array().filter(|_| !schema["items"].is_null())?;
    items
        .iter()
        .enumerate()
        .find_map(|(at, item)| fault(item, &schema["items"], root, &format!("{place}[{at}]")))
}

fn check(json: &str, name: &str, definition: &str) {
    let root = schema(name);
    let value: Value = serde_json::from_str(json).expect("JSON");
    let top = if definition.is_empty() { root.clone() } else { root["$defs"][definition].clone() };
    assert!(!top.is_null(), "{name} defines {definition}");
    if let Some(fault) = fault(&value, &top, &root, "") {
        panic!("{name}{fault}");
    }
}

#[test]
fn reports_have_the_shape_of_the_contract() {
    for name in story::names() {
        let folder = format!("fixtures/stories/{name}");
        check(&story::stdout(&["check", "--format", "json", &folder]), "report", "");
        for line in story::stdout(&["check", "--format", "jsonl", &folder]).lines() {
            check(line, "report", "story");
        }
    }
}

#[test]
fn articles_have_the_shape_of_the_contract() {
    for name in story::names() {
        let folder = format!("fixtures/stories/{name}");
        for (command, definition) in [("extract", "extracted"), ("mentions", "mentioned")] {
            for line in story::stdout(&[command, "--format", "jsonl", &folder]).lines() {
                check(line, "report", definition);
            }
            let document = story::stdout(&[command, "--format", "json", &folder]);
            let document: Value = serde_json::from_str(&document).expect("JSON");
            for article in document["articles"].as_array().expect("articles") {
                check(&article.to_string(), "report", definition);
            }
        }
    }
}

#[test]
fn spans_quote_their_source_and_places_count_scalars() {
    for name in story::names() {
        let folder = format!("fixtures/stories/{name}");
        let report = story::stdout(&["check", "--format", "json", &folder]);
        let report: Value = serde_json::from_str(&report).expect("JSON");
        for claim in report["stories"][0]["claims"].as_array().expect("claims") {
            let file = format!("{}/{folder}/{}", story::ROOT, claim["source"].as_str().expect("a name"));
            let text = std::fs::read_to_string(&file).expect("the article");
            let offset =
                |end: &str| usize::try_from(claim["span"][end].as_u64().expect("an offset")).expect("small");
            let (start, end) = (offset("start"), offset("end"));
            assert_eq!(claim["quote"], text[start..end], "{file}");
            let line = text[..start].matches('\n').count();
            let column = text[..start].rsplit('\n').next().expect("a line").chars().count();
            assert_eq!(
                (&claim["line"], &claim["column"]),
                (&(line + 1).into(), &(column + 1).into()),
                "{file}"
            );
        }
    }
}
