//! A page of facts, tables and plots as one HTML file: no script, nothing from elsewhere, whatever
//! the chain's text says.

use super::svg::Plot;
use crate::output::{plain, steers};
use serde_json::Value;
use std::fmt::Write;

/// What is printed where a list is empty.
const NOTHING: &str = "none";

/// A page.
#[derive(Clone, Debug, Default)]
pub struct Page {
	/// Its title.
	pub title: String,
	/// What stands below the title.
	pub subtitle: String,
	/// The one word that matters most.
	pub status: String,
	/// Its sections.
	pub sections: Vec<Section>,
}

/// A section with a heading of its own.
#[derive(Clone, Debug)]
pub struct Section {
	/// What addresses it on the page.
	pub id: &'static str,
	/// Its heading.
	pub title: &'static str,
	/// Where on the chain it comes from.
	pub source: &'static str,
	/// What it consists of.
	pub parts: Vec<Part>,
}

/// A piece of a section.
#[derive(Clone, Debug)]
pub enum Part {
	/// A paragraph.
	Text(String),
	/// A smaller heading.
	Heading(String),
	/// Figures by name.
	Facts(Vec<Fact>),
	/// A table.
	Table(Table),
	/// A plot.
	Plot(Plot),
}

/// A figure, and where on the chain it comes from where the section does not say it.
#[derive(Clone, Debug)]
pub struct Fact {
	/// What it is.
	pub name: String,
	/// What it says.
	pub value: String,
	/// Where it comes from.
	pub source: &'static str,
}

/// A table.
#[derive(Clone, Debug, Default)]
pub struct Table {
	/// What it shows.
	pub caption: String,
	/// Heads of the columns.
	pub columns: Vec<String>,
	/// Its rows.
	pub rows: Vec<Vec<Value>>,
	/// A last row that sums up.
	pub total: Option<Vec<Value>>,
}

impl Fact {
	/// A fact of its section's source.
	pub fn new(name: &str, value: impl Into<String>) -> Self {
		Self::of(name, value, "")
	}

	/// A fact of a source of its own.
	pub fn of(name: &str, value: impl Into<String>, source: &'static str) -> Self {
		Self {
			name: name.into(),
			value: value.into(),
			source,
		}
	}
}

impl Table {
	/// A table without a last row.
	pub fn new(caption: impl Into<String>, columns: &[&str], rows: Vec<Vec<Value>>) -> Self {
		Self {
			caption: caption.into(),
			columns: columns.iter().map(ToString::to_string).collect(),
			rows,
			total: None,
		}
	}
}

/// Text that stays text inside an element or an attribute, and that cannot turn around what stands
/// beside it.
pub fn escape(text: &str) -> String {
	let mut out = String::with_capacity(text.len());
	for c in text.chars() {
		match c {
			'&' => out.push_str("&amp;"),
			'<' => out.push_str("&lt;"),
			'>' => out.push_str("&gt;"),
			'"' => out.push_str("&quot;"),
			'\'' => out.push_str("&#39;"),
			'\n' | '\t' => out.push(' '),
			// Controls, and marks that change the direction of what follows.
			c if steers(c) => out.push('\u{fffd}'),
			c => out.push(c),
		}
	}
	out
}

impl Page {
	/// The page as a file.
	pub fn render(&self) -> String {
		let title = escape(&self.title);
		let mut html = format!(
			"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
			 <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src \
			 'unsafe-inline'\">\n\
			 <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
			 <meta name=\"color-scheme\" content=\"light dark\">\n\
			 <meta name=\"referrer\" content=\"no-referrer\">\n\
			 <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<header>\n\
			 <h1>{title}</h1>\n<p>{}</p>\n<p class=\"status\">{}</p>\n</header>\n\
			 <nav aria-label=\"Sections\"><ul>\n",
			escape(&self.subtitle),
			escape(&self.status),
		);
		for section in &self.sections {
			let _ = writeln!(
				html,
				"<li><a href=\"#{}\">{}</a></li>",
				section.id,
				escape(section.title)
			);
		}
		html.push_str("</ul></nav>\n<main>\n");
		for section in &self.sections {
			section.render(&mut html);
		}
		html.push_str("</main>\n</body>\n</html>\n");
		html
	}
}

impl Section {
	fn render(&self, html: &mut String) {
		let id = self.id;
		let _ = writeln!(
			html,
			"<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{}</h2>\n\
			 <p class=\"source\">Source: {}</p>",
			escape(self.title),
			escape(self.source)
		);
		for part in &self.parts {
			match part {
				Part::Text(text) => {
					let _ = writeln!(html, "<p>{}</p>", escape(text));
				},
				Part::Heading(text) => {
					let _ = writeln!(html, "<h3>{}</h3>", escape(text));
				},
				Part::Facts(facts) => render_facts(facts, html),
				Part::Table(table) => table.render(html),
				Part::Plot(plot) => render_plot(plot, html),
			}
		}
		html.push_str("</section>\n");
	}
}

fn render_facts(facts: &[Fact], html: &mut String) {
	html.push_str("<table class=\"facts\"><tbody>\n");
	let sources = facts.iter().any(|fact| !fact.source.is_empty());
	for fact in facts {
		let _ = write!(
			html,
			"<tr><th scope=\"row\">{}</th><td>{}</td>",
			escape(&fact.name),
			escape(&fact.value)
		);
		if sources {
			let _ = write!(html, "<td class=\"source\">{}</td>", escape(fact.source));
		}
		html.push_str("</tr>\n");
	}
	html.push_str("</tbody></table>\n");
}

fn render_plot(plot: &Plot, html: &mut String) {
	let title = escape(&plot.title);
	let _ = match plot.draw() {
		Some(svg) => writeln!(
			html,
			"<figure>\n{svg}\n<figcaption>{title}, in {}</figcaption>\n</figure>",
			escape(&plot.unit)
		),
		None => writeln!(html, "<p>{title}: no day is on record yet.</p>"),
	};
}

impl Table {
	fn render(&self, html: &mut String) {
		let caption = escape(&self.caption);
		if self.rows.is_empty() && self.total.is_none() {
			let _ = writeln!(html, "<p>{caption}: {NOTHING}.</p>");
			return;
		}
		let _ = write!(
			html,
			"<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}\">\
			 <table><caption>{caption}</caption>\n<thead><tr>"
		);
		for column in &self.columns {
			let _ = write!(html, "<th scope=\"col\">{}</th>", escape(column));
		}
		html.push_str("</tr></thead>\n<tbody>\n");
		for row in &self.rows {
			render_row(row, html);
		}
		html.push_str("</tbody>\n");
		if let Some(total) = &self.total {
			html.push_str("<tfoot>");
			render_row(total, html);
			html.push_str("</tfoot>\n");
		}
		html.push_str("</table></div>\n");
	}
}

fn render_row(row: &[Value], html: &mut String) {
	html.push_str("<tr>");
	for cell in row {
		let text = plain(cell);
		let class = match is_figure(&text) {
			true => " class=\"n\"",
			false => "",
		};
		let _ = write!(html, "<td{class}>{}</td>", escape(&text));
	}
	html.push_str("</tr>\n");
}

/// Whether a cell is a number, so that its digits stand below those of others.
fn is_figure(text: &str) -> bool {
	let is_part = |c: char| c.is_ascii_digit() || ".%\u{202f} ".contains(c);
	text.starts_with(|c: char| c.is_ascii_digit()) && text.chars().all(is_part)
}

const STYLE: &str = include_str!("page.css");

#[cfg(test)]
mod tests {
	use super::{super::svg::Line, *};
	use serde_json::json;

	const HOSTILE: &str =
		"</td></script><script>alert(1)</script>\"' onload=x & \u{202e}txt\u{0}\u{61c}";

	fn page(text: &str) -> Page {
		let facts = vec![Fact::of(text, text, "pallet.Item"), Fact::new("a", "b")];
		let mut table = Table::new(text, &[text, "n"], vec![vec![json!(text), json!(12)]]);
		table.total = Some(vec![json!(text), json!("1\u{202f}000.5")]);
		let plot = Plot {
			id: "p".into(),
			title: text.into(),
			unit: text.into(),
			decimals: 0,
			level: None,
			lines: vec![Line {
				name: text.into(),
				points: vec![(1, 1)],
			}],
		};
		Page {
			title: text.into(),
			subtitle: text.into(),
			status: text.into(),
			sections: vec![Section {
				id: "one",
				title: "One",
				source: "pallet.Item",
				parts: vec![
					Part::Text(text.into()),
					Part::Heading(text.into()),
					Part::Facts(facts),
					Part::Table(table),
					Part::Plot(plot),
				],
			}],
		}
	}

	/// Fails unless every element is closed where it must be.
	fn assert_well_formed(html: &str) {
		let mut open: Vec<&str> = Vec::new();
		let body = html.strip_prefix("<!DOCTYPE html>").unwrap();
		for tag in body.split('<').skip(1) {
			let (tag, _) = tag.split_once('>').expect("a tag ends");
			let name = tag.split([' ', '\n']).next().unwrap();
			match name.strip_prefix('/') {
				Some(name) => assert_eq!(open.pop(), Some(name), "</{name}>"),
				None if tag.ends_with('/') || name == "meta" => {},
				None => open.push(name),
			}
		}
		assert_eq!(open, Vec::<&str>::new());
	}

	#[test]
	fn hostile_text_stays_text() {
		let html = page(HOSTILE).render();
		assert_well_formed(&html);
		let lower = html.to_lowercase();
		assert!(!lower.contains("<script"), "{html}");
		// No attribute was opened: every quote of the text is escaped.
		assert!(!html.contains("\"' onload"));
		assert!(!html.contains('\u{202e}') && !html.contains('\u{0}'));
		assert_eq!(
			escape(HOSTILE),
			"&lt;/td&gt;&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39; onload=x \
			 &amp; \u{fffd}txt\u{fffd}\u{fffd}"
		);
	}

	#[test]
	fn pages_need_nothing_from_elsewhere() {
		let html = page("Gold").render();
		assert_well_formed(&html);
		for outside in [
			"src=", "url(", "http:", "https:", "@import", "<link", "<script",
		] {
			assert!(!html.contains(outside), "{outside}");
		}
		assert!(html.contains("default-src 'none'"));
	}

	#[test]
	fn pages_can_be_read_aloud_and_printed() {
		let html = page("Gold").render();
		for needed in [
			"<html lang=\"en\">",
			"<caption>",
			"<th scope=\"col\">",
			"<th scope=\"row\">",
			"role=\"img\"",
			"aria-labelledby=\"p-t p-d\"",
			"@page",
			"@media print",
			"prefers-color-scheme: dark",
		] {
			assert!(html.contains(needed), "{needed}");
		}
	}

	#[test]
	fn figures_are_told_from_text() {
		for text in ["12", "1\u{202f}000.5", "102.5 %", "0"] {
			assert!(is_figure(text), "{text}");
		}
		for text in ["", "-", "0xab", "2d", "ZRH-1", "2026-01-01"] {
			assert!(!is_figure(text), "{text}");
		}
	}

	#[test]
	fn empty_tables_and_plots_say_so() {
		let mut bare = page("Gold");
		bare.sections[0].parts = vec![
			Part::Table(Table::new("Lots", &["lot"], vec![])),
			Part::Plot(Plot {
				id: "p".into(),
				title: "Supply".into(),
				unit: "HBG".into(),
				decimals: 0,
				level: None,
				lines: vec![],
			}),
			Part::Facts(vec![]),
		];
		let html = bare.render();
		assert_well_formed(&html);
		assert!(html.contains("<p>Lots: none.</p>"));
		assert!(html.contains("<p>Supply: no day is on record yet.</p>"));
		assert_well_formed(&Page::default().render());
	}
}
