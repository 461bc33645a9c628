//! Policies to start from, for what is asked most.

use super::{print_toml, rule_rows, RULE_COLUMNS};
use crate::{
	context::Context,
	errors::{Failure, Outcome},
	input::policy::PolicyFile,
	output::Answer,
};
use clap::Subcommand;
use serde_json::json;

/// What can be done with templates
#[derive(Debug, Subcommand)]
pub enum TemplateVerb {
	/// List the templates
	List,
	/// Write a template, with comments, to standard output
	Show {
		/// Name
		name: String,
		/// List its rules instead
		#[arg(long)]
		rules: bool,
	},
}

/// A policy that comes with the program.
struct Template {
	name: &'static str,
	what: &'static str,
	text: &'static str,
}

macro_rules! template {
	($name:literal, $what:literal) => {
		Template {
			name: $name,
			what: $what,
			text: include_str!(concat!(
				env!("CARGO_MANIFEST_DIR"),
				"/../docs/examples/policies/",
				$name,
				".toml"
			)),
		}
	};
}

const TEMPLATES: [Template; 5] = [
	template!(
		"reg-d-506c",
		"United States: private placement to accredited investors"
	),
	template!(
		"reg-s",
		"outside the United States, with a ban on flowback for 40 days"
	),
	template!(
		"mifid-professional",
		"European Economic Area: professional clients only"
	),
	template!(
		"payment-token",
		"payment token: identified holders, with a denylist"
	),
	template!("closed-end-fund", "closed-end fund with at most 99 holders"),
];

/// Carries it out.
pub fn run(context: &Context, verb: TemplateVerb) -> Outcome {
	match verb {
		TemplateVerb::List => {
			let rows = TEMPLATES
				.iter()
				.map(|template| vec![json!(template.name), json!(template.what)]);
			context.print(Answer::list(
				&["template", "what it is for"],
				rows.collect(),
			));
			Ok(())
		},
		TemplateVerb::Show { name, rules } => {
			let template = find(&name)?;
			match rules {
				true => {
					let rows = rule_rows(&template.parse()?.rules);
					context.print(Answer::list(&RULE_COLUMNS, rows));
					Ok(())
				},
				false => print_toml(context, template.text),
			}
		},
	}
}

fn find(name: &str) -> Outcome<&'static Template> {
	let found = TEMPLATES.iter().find(|template| template.name == name);
	found.ok_or_else(|| {
		Failure::input(format!("there is no template `{name}`"))
			.next("`assay policy template list` shows them")
	})
}

impl Template {
	fn parse(&self) -> Outcome<PolicyFile> {
		toml::from_str(self.text)
			.map_err(|error| Failure::input(format!("the template {}: {error}", self.name)))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::commands::policy::rule::{from_chain, to_chain};

	#[test]
	fn every_template_is_a_policy() {
		for template in &TEMPLATES {
			let policy = template.parse().unwrap();
			assert!(policy.rules.len() >= 3, "{}", template.name);
			// The fewest decimals that an asset may have.
			policy.check(6).unwrap();
			let rules = to_chain(&policy, 6, 1_800_000_000_000).unwrap();
			assert_eq!(from_chain(&rules, 6).rules.len(), policy.rules.len());
		}
	}

	#[test]
	fn every_template_says_what_each_rule_is_for() {
		for template in &TEMPLATES {
			let mut commented = false;
			for line in template.text.lines() {
				assert!(
					line.trim() != "[[rule]]" || commented,
					"{}: a rule has no comment",
					template.name
				);
				commented = line.starts_with('#');
			}
		}
	}

	#[test]
	fn every_file_of_the_folder_is_a_template() {
		let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/examples/policies");
		let mut files: Vec<String> = std::fs::read_dir(folder)
			.unwrap()
			.flatten()
			.filter_map(|entry| entry.file_name().into_string().ok())
			.filter_map(|name| name.strip_suffix(".toml").map(String::from))
			.collect();
		files.sort();
		let mut names: Vec<&str> = TEMPLATES.iter().map(|template| template.name).collect();
		names.sort_unstable();
		assert_eq!(files, names);
		assert!(find("reg-d").is_err());
	}
}
