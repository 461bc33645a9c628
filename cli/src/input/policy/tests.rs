use super::*;
use std::path::Path;

fn parse(text: &str) -> Outcome<PolicyFile> {
	let folder = tempfile::tempdir().unwrap();
	let path = folder.path().join("policy.toml");
	std::fs::write(&path, text).unwrap();
	PolicyFile::read(&path, 6)
}

/// One rule of every kind.
pub const EVERY_RULE: &str = r#"
	[[rule]]
	kind = "required-claim"
	topic = "custom:7"
	side = "receiver"
	issuers = [3]
	[[rule]]
	kind = "jurisdictions"
	deny = [840]
	[[rule]]
	kind = "receiver-category"
	allowed = ["institutional"]
	[[rule]]
	kind = "denylist"
	identities = [9]
	[[rule]]
	kind = "max-balance"
	tokens = "1000.5"
	[[rule]]
	kind = "max-balance-bps"
	bps = 1_000
	[[rule]]
	kind = "max-holders"
	max = 99
	[[rule]]
	kind = "max-holders-per-country"
	country = 840
	max = 1_999
	[[rule]]
	kind = "max-holders-per-country"
	max = 500
	[[rule]]
	kind = "lock-up"
	until = "2030-01-01T00:00:00Z"
	[[rule]]
	kind = "holding-period"
	period = "40d"
	[[rule]]
	kind = "transfer-windows"
	windows = [
		{ days = ["mon", "fri"], from = "08:00", until = "24:00" },
		{ from = "2030-01-01T08:00:00Z", until = "2030-01-01T17:00:00Z" },
	]
	[[rule]]
	kind = "volume-per-period"
	tokens = "250"
	period = "1d"
	[[rule]]
	kind = "minimum-amount"
	tokens = "0.000001"
	[[rule]]
	kind = "minimum-position"
	tokens = "5"
	[[rule]]
	kind = "full-balance-only"
	[[rule]]
	kind = "pre-approval"
	[[rule]]
	kind = "counterparties"
	allow = [{ sender = 7 }, { receiver = 7 }, { sender = 1, receiver = 2 }]
	[[rule]]
	kind = "supply-cap"
	tokens = "1000000"
	[[rule]]
	kind = "receiver-opt-in"
"#;

#[test]
fn works_for_the_example() {
	let path = Path::new(concat!(
		env!("CARGO_MANIFEST_DIR"),
		"/../docs/examples/gold/policy.toml"
	));
	assert!(PolicyFile::read(path, 6).unwrap().rules.len() >= 4);
}

#[test]
fn works_for_every_kind_of_rule() {
	let policy = parse(EVERY_RULE).unwrap();
	let mut kinds: Vec<&str> = policy.rules.iter().map(RuleEntry::kind).collect();
	kinds.dedup();
	assert_eq!(kinds.len(), 19);
	for rule in &policy.rules {
		assert!(!rule.describe().is_empty(), "{rule:?}");
		assert!(rule.about().starts_with(rule.kind()));
	}
}

#[test]
fn every_rule_survives_being_written_and_read() {
	let policy = parse(EVERY_RULE).unwrap();
	let text = policy.to_toml().unwrap();
	assert_eq!(parse(&text), Ok(policy), "{text}");
}

#[test]
fn works_without_rules() {
	assert!(parse("").unwrap().rules.is_empty());
}

#[test]
fn unknown_keys_are_named_with_their_line() {
	for (text, line, key) in [
		(
			"[[rule]]\nkind = \"max-holders\"\nmax = 1\nmin = 2\n",
			4,
			"min",
		),
		("[[rule]]\nkind = \"pre-approval\"\nby = 2\n", 3, "by"),
		(
			"[[rule]]\nkind = \"max-holders\"\nmax = 1\n\n[[rule]]\nmaximum = 7\nkind = \
			 \"lock-up\"\nuntil = \"+1d\"\n",
			6,
			"maximum",
		),
		("[[rules]]\n", 1, "rules"),
	] {
		let failure = parse(text).unwrap_err();
		assert_eq!(failure.exit_code(), 2);
		let expected = format!("policy.toml, line {line}: unknown field `{key}`");
		assert!(failure.what.contains(&expected), "{failure}");
	}
}

#[test]
fn fails_when_a_rule_is_wrong() {
	for (text, why) in [
		(
			"kind = \"max-holder\"\nmax = 1",
			"unknown variant `max-holder`",
		),
		(
			"kind = \"required-claim\"\ntopic = \"kjc\"",
			"unknown topic `kjc`",
		),
		(
			"kind = \"required-claim\"\ntopic = \"kyc\"\nissuers = [1, 2, 3, 4, 5]",
			"5 issuers, and 4 are allowed",
		),
		(
			"kind = \"jurisdictions\"\nallow = [756]\ndeny = [840]",
			"either `allow` or `deny`",
		),
		(
			"kind = \"jurisdictions\"\nallow = [1000]",
			"no ISO 3166-1 numeric",
		),
		(
			"kind = \"receiver-category\"\nallowed = []",
			"nobody could receive",
		),
		(
			"kind = \"max-balance\"\ntokens = \"1.0000001\"",
			"7 decimal places",
		),
		(
			"kind = \"max-balance-bps\"\nbps = 10001",
			"more than the whole",
		),
		(
			"kind = \"max-holders-per-country\"\ncountry = 0\nmax = 1",
			"no ISO 3166-1 numeric",
		),
		(
			"kind = \"lock-up\"\nuntil = \"soon\"",
			"not a point in time",
		),
		(
			"kind = \"holding-period\"\nperiod = \"0d\"",
			"longer than nothing",
		),
		(
			"kind = \"volume-per-period\"\ntokens = \"1\"\nperiod = \"weekly\"",
			"not a span of time",
		),
		(
			"kind = \"transfer-windows\"\nwindows = [{ days = [], from = \"08:00\", until = \
			 \"09:00\" }]",
			"names no day",
		),
		(
			"kind = \"transfer-windows\"\nwindows = [{ days = [\"mon\"], from = \"09:00\", until = \
			 \"09:00\" }]",
			"ends before it starts",
		),
		(
			"kind = \"transfer-windows\"\nwindows = [{ from = \"2030-01-01\", until = \
			 \"2030-01-02\" }]",
			"a point in time with an hour",
		),
		(
			"kind = \"counterparties\"\nallow = [{}]",
			"neither a sender nor a receiver",
		),
	] {
		let failure = parse(&format!("[[rule]]\n{text}\n")).unwrap_err();
		assert_eq!(failure.exit_code(), 2);
		assert!(failure.what.contains(why), "{failure}");
	}
}

#[test]
fn fails_when_there_are_too_many_rules_of_a_kind() {
	let many = "[[rule]]\nkind = \"max-holders\"\nmax = 1\n".repeat(33);
	assert!(parse(&many).unwrap_err().what.contains("33 rules"));
	let holding = "[[rule]]\nkind = \"holding-period\"\nperiod = \"1d\"\n".repeat(2);
	assert!(parse(&holding)
		.unwrap_err()
		.what
		.contains("more than one holding-period"));
	let volume = |period: &str| {
		format!("[[rule]]\nkind = \"volume-per-period\"\ntokens = \"1\"\nperiod = \"{period}\"\n")
	};
	let same = [volume("1d"), volume("24h")].concat();
	assert!(parse(&same).unwrap_err().what.contains("the same period"));
	let five: String = ["1d", "2d", "3d", "4d", "5d"].map(volume).concat();
	assert!(parse(&five)
		.unwrap_err()
		.what
		.contains("5 volume-per-period rules, and 4 are allowed"));
}
