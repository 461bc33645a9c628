//! Keys on this machine. Nothing here talks to a node.

use crate::{
	context::Context,
	errors::{Failure, Outcome},
	input, keys,
	output::{note, Answer},
};
use clap::Subcommand;
use serde_json::json;
use std::path::PathBuf;

/// What can be done with keys
#[derive(Debug, Subcommand)]
pub enum Verb {
	/// Make a key and show its phrase once
	Generate {
		/// Name of the key
		name: String,
		/// Words of the phrase: 12 or 24
		#[arg(long, default_value_t = 12)]
		words: usize,
	},
	/// Take over a key from its phrase or 0x seed
	Import {
		/// Name of the key
		name: String,
		/// File with the phrase, instead of asking for it
		#[arg(long, value_name = "FILE")]
		phrase_file: Option<PathBuf>,
	},
	/// List the keys
	List,
	/// Check that the password opens a key
	Check {
		/// Name of the key
		name: String,
	},
	/// Show a key's account
	Show {
		/// Name of the key, or //Name
		name: String,
	},
}

/// Carries it out.
pub async fn run(context: &Context, verb: Verb) -> Outcome {
	match verb {
		Verb::Generate { name, words } => {
			let phrase = keys::generate_phrase(words)?;
			let password = new_password(context, &name)?;
			let file = context.keystore.add(&name, &phrase, &password)?;
			note("Write the phrase down and keep it apart: whoever has it has the key.");
			context.print(
				Answer::new()
					.fact("name", name)
					.fact("address", file.address)
					.fact("public key", format!("0x{}", file.public_key))
					.fact("phrase", phrase),
			);
		},
		Verb::Import { name, phrase_file } => {
			let secret = match phrase_file {
				Some(path) => input::read_text(&path)?,
				None => rpassword::prompt_password("Phrase or 0x seed: ").map_err(|error| {
					Failure::key(format!("the phrase cannot be asked for: {error}"))
						.next("name a file with --phrase-file")
				})?,
			};
			let secret = secret.trim();
			keys::keypair(secret)?;
			let password = new_password(context, &name)?;
			let file = context.keystore.add(&name, secret, &password)?;
			context.print(
				Answer::new()
					.fact("name", name)
					.fact("address", file.address),
			);
		},
		Verb::List => {
			let keys = context.keystore.list()?;
			note(format!("keys in {}", context.keystore.folder().display()));
			let rows = keys
				.into_iter()
				.map(|(name, file)| vec![json!(name), json!(file.address)]);
			context.print(Answer::list(&["name", "address"], rows.collect()));
		},
		Verb::Check { name } => {
			context.keystore.read(&name)?;
			context.keystore.open(&name, &context.password(&name)?)?;
			context.print(Answer::new().fact("name", name).fact("opens", true));
		},
		Verb::Show { name } => {
			let account = match keys::is_dev(&name) {
				true => context.account(&name)?,
				false => context.keystore.read(&name)?.account()?,
			};
			context.print(
				Answer::new()
					.fact("name", name)
					.fact("address", account.to_string())
					.fact("public key", crate::accounts::hex(account.0)),
			);
		},
	}
	Ok(())
}

/// Asks twice, unless a file is named.
fn new_password(context: &Context, name: &str) -> Outcome<String> {
	let password = context.password(name)?;
	if context.options.password_file.is_none() && context.password(name)? != password {
		return Err(Failure::key("the two passwords differ").next("try again; nothing was written"));
	}
	Ok(password)
}
