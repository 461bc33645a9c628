//! What the program says to bad input: one clear sentence, a next step, and a stable exit code. No
//! node is running, so nothing can have been changed.

use std::{
	fs,
	path::PathBuf,
	process::{Command, Output},
};

const GOLD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/examples/gold");

/// Nobody listens there.
const NOWHERE: &str = "ws://127.0.0.1:9";

struct World {
	folder: tempfile::TempDir,
}

impl World {
	/// A copy of the example that can be spoilt.
	fn new() -> Self {
		let folder = tempfile::tempdir().unwrap();
		for entry in fs::read_dir(GOLD).unwrap().flatten() {
			// A demo that ran there has left the salts of its claims.
			if entry.path().extension().is_some_and(|it| it == "salt") {
				continue;
			}
			fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
		}
		Self { folder }
	}

	fn path(&self, name: &str) -> PathBuf {
		self.folder.path().join(name)
	}

	fn replace(&self, name: &str, from: &str, to: &str) {
		let text = fs::read_to_string(self.path(name)).unwrap();
		assert!(text.contains(from), "{name} has no `{from}`");
		fs::write(self.path(name), text.replacen(from, to, 1)).unwrap();
	}

	fn assay(&self, line: &str) -> Output {
		Command::new(env!("CARGO_BIN_EXE_assay"))
			.args(line.split(' '))
			.current_dir(self.folder.path())
			.env("ASSAY_URL", NOWHERE)
			.env("ASSAY_KEYSTORE", self.path("keys"))
			.env_remove("ASSAY_KEY")
			.env_remove("ASSAY_PASSWORD_FILE")
			.env_remove("ASSAY_GENESIS")
			.output()
			.unwrap()
	}

	/// Runs a line that must fail with `code` and one sentence that contains `what`.
	fn fails(&self, line: &str, code: i32, what: &str) {
		let output = self.assay(line);
		let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
		assert_eq!(output.status.code(), Some(code), "{line}: {stderr}");
		assert!(output.stdout.is_empty(), "{line} printed a result");
		let errors: Vec<_> = stderr
			.lines()
			.filter(|line| line.starts_with("error: "))
			.collect();
		assert_eq!(errors.len(), 1, "{line}: {stderr}");
		assert!(errors[0].contains(what), "{line}: {stderr}");
		assert!(
			stderr.contains("next: "),
			"{line} does not say what to do: {stderr}"
		);
	}
}

#[test]
fn fails_when_a_sum_of_the_bar_list_is_wrong() {
	let world = World::new();
	world.replace(
		"bars.csv",
		"TOTAL,,167844.350,,167548.575,",
		"TOTAL,,167844.350,,167548.576,",
	);
	let what = "bars.csv, line 424: the total of fine_oz says 167548.576, but all bars sum to";
	world.fails("lot register HBG ZRH-1 bars.csv --as //Zurich", 2, what);
}

#[test]
fn fails_when_a_bar_is_listed_twice() {
	let world = World::new();
	let text = fs::read_to_string(world.path("bars.csv")).unwrap();
	let first = text.lines().nth(1).unwrap();
	world.replace(
		"bars.csv",
		&format!("{first}\n"),
		&format!("{first}\n{first}\n"),
	);
	let what = "bars.csv, line 3: bar NORDAU N2210851 is listed already on line 2";
	world.fails("lot register HBG ZRH-1 bars.csv --as //Zurich", 2, what);
}

#[test]
fn fails_when_a_manifest_has_an_unknown_key() {
	let world = World::new();
	world.replace(
		"asset.toml",
		"decimals = 6",
		"decimals = 6\ncolour = \"red\"",
	);
	let what = "asset.toml, line 7: unknown field `colour`";
	world.fails("asset draft asset.toml --as //Issuer", 2, what);
}

#[test]
fn fails_when_a_code_is_mistyped() {
	let world = World::new();
	world.replace("asset.toml", "[legal]", "[legal]\nisin = \"US0378331006\"");
	let what = "legal.isin: its check digit is 6, and it would have to be 5";
	world.fails("asset draft asset.toml --as //Issuer", 2, what);
	world.replace("asset.toml", "US0378331006", "US0378331005");
	world.replace("asset.toml", "symbol = \"HBG\"", "symbol = \"H.B\"");
	let what = "asset.symbol: it has 2 letters and digits, not 3 to 12";
	world.fails("asset draft asset.toml --as //Issuer", 2, what);
}

#[test]
fn fails_when_there_is_no_such_template() {
	let world = World::new();
	let what = "there is no template `reg-d`";
	world.fails("policy template show reg-d", 2, what);
	for template in ["reg-d-506c", "reg-s", "payment-token"] {
		let output = world.assay(&format!("policy template show {template}"));
		assert!(output.status.success());
		assert!(String::from_utf8_lossy(&output.stdout).contains("[[rule]]"));
	}
}

#[test]
fn fails_when_a_list_has_another_header() {
	let world = World::new();
	world.replace("participants.csv", "reference", "referenz");
	let what = "participants.csv, line 2: unknown field `referenz`";
	world.fails("identity onboard participants.csv --as //Eve", 2, what);
	assert!(!world.path("participants.csv.salt").exists());
}

#[test]
fn fails_when_decimals_are_wrong() {
	let world = World::new();
	world.replace("asset.toml", "decimals = 6", "decimals = 2");
	world.fails(
		"asset draft asset.toml --as //Issuer",
		2,
		"asset.decimals is 2, not 6 to 18",
	);
	world.fails(
		"fees grant 1.0000000000001 //Alice --as //Alice",
		2,
		"`1.0000000000001` is not an amount: it has 13 decimal places, and 12 are allowed",
	);
}

#[test]
fn fails_when_the_node_is_down() {
	let world = World::new();
	for line in [
		"chain status",
		"doctor",
		"asset list",
		"reserve watch HBG --blocks 1",
		"reserve reconcile HBG --statement statement.csv",
		"reserve report HBG --out report.html",
		"transfer HBG //Bob 1 --as //Alice",
	] {
		world.fails(line, 3, "no node answers at ws://127.0.0.1:9");
	}
}

#[test]
fn fails_when_the_password_is_wrong() {
	let world = World::new();
	let phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow";
	fs::write(world.path("phrase"), phrase).unwrap();
	fs::write(world.path("right"), "correct horse\n").unwrap();
	fs::write(world.path("wrong"), "battery staple\n").unwrap();
	let import = "key import treasury --phrase-file phrase --password-file right";
	assert!(world.assay(import).status.success());
	let what = "the password does not open the key `treasury`";
	world.fails("key check treasury --password-file wrong", 4, what);
	assert!(world
		.assay("key check treasury --password-file right")
		.status
		.success());
}

#[test]
fn fails_when_everybody_knows_the_secret() {
	let world = World::new();
	fs::write(world.path("phrase"), "//Alice\n").unwrap();
	fs::write(world.path("password"), "correct horse\n").unwrap();
	let import = "key import treasury --phrase-file phrase --password-file password";
	world.fails(import, 4, "everybody knows this secret");
	assert!(!world.path("keys").exists());
}

#[test]
fn fails_when_there_is_no_such_key() {
	let world = World::new();
	world.fails("key show nobody", 4, "there is no key `nobody`");
	assert!(!world.path("keys").exists());
}

#[test]
fn errors_are_json_for_programs() {
	let world = World::new();
	let output = world.assay("chain status --output json");
	let error: serde_json::Value = serde_json::from_slice(&output.stderr).unwrap();
	assert_eq!(error["error"]["code"], 3);
	assert_eq!(output.status.code(), Some(3));
}

#[test]
fn fails_when_nothing_is_trusted() {
	let world = World::new();
	for line in [
		"statement HBG --holder //Dora --verify",
		"statement --from bars.csv",
		"lot verify NORDAU:N2210851",
	] {
		world.fails(line, 2, "no genesis hash is trusted");
		let line = format!("{line} --genesis 0x12");
		world.fails(&line, 2, "`0x12` is not a hash");
	}
}

#[test]
fn fails_when_a_saved_statement_is_none() {
	let world = World::new();
	let genesis = format!("--genesis 0x{}", "00".repeat(32));
	world.fails(
		&format!("statement --from bars.csv {genesis}"),
		2,
		"bars.csv",
	);
	world.fails(
		&format!("statement --from none.json {genesis}"),
		2,
		"none.json cannot be read",
	);
	let text = r#"{ "version": 1, "asset": 1, "holder": "5x", "roles": [], "proof": "0x00" }"#;
	fs::write(world.path("saved.json"), text).unwrap();
	let line = format!("statement --from saved.json {genesis}");
	world.fails(&line, 2, "saved.json: the holder `5x` is no address");
	let line = format!("statement --from saved.json {genesis} --max-age old");
	world.fails(&line, 2, "`old` is not a span of time");
}

#[test]
fn fails_when_a_bar_is_named_wrongly() {
	let world = World::new();
	let genesis = format!("--genesis 0x{}", "00".repeat(32));
	let line = format!("lot verify N2210851 {genesis}");
	world.fails(&line, 2, "`N2210851` does not name a lot");
	let line = format!("lot verify NORDAU:N2210851 --list none.csv {genesis}");
	world.fails(&line, 2, "none.csv cannot be read");
}

#[test]
fn fails_when_a_custodian_s_statement_is_none() {
	let world = World::new();
	let line = "reserve reconcile HBG --statement statement.csv";
	world.replace("statement.csv", "NORDAU,N2210851", ",N2210851");
	world.fails(line, 2, "statement.csv, line 2: registry is empty");
	world.replace("statement.csv", "encumbrance", "colour");
	world.fails(line, 2, "statement.csv, line 2: unknown field `colour`");
	let line = "reserve reconcile HBG --statement none.csv";
	world.fails(line, 2, "none.csv cannot be read");
}

#[test]
fn fails_when_exported_reports_are_none() {
	let world = World::new();
	for line in [
		"reserve history verify bars.csv --offline",
		"reserve history verify bars.csv",
	] {
		world.fails(line, 2, "bars.csv, line 1");
	}
	let line = "reserve history verify none.json";
	world.fails(line, 2, "none.json cannot be read");
}
