//! What the runtime says when it panics, on standard error.

use log::{LevelFilter, Log, Metadata, Record};

struct Logger;

impl Log for Logger {
	fn enabled(&self, _: &Metadata<'_>) -> bool {
		true
	}

	fn log(&self, record: &Record<'_>) {
		eprintln!("{}: {}", record.target(), record.args());
	}

	fn flush(&self) {}
}

/// Show errors. To be called once.
pub fn install() {
	if log::set_logger(&Logger).is_ok() {
		log::set_max_level(LevelFilter::Error);
	}
}
