//! Ctrl-C, and being told to end.
//!
//! The handler only raises a flag. Whoever waits looks at it, returns an error, and on the way out
//! everything that was started is ended by its own drop guard.

use crate::Result;
use std::{
	sync::atomic::{AtomicBool, Ordering},
	thread,
	time::{Duration, Instant},
};

static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// How often waiting code looks at the flag.
const STEP: Duration = Duration::from_millis(50);

/// Listen for Ctrl-C, SIGTERM and SIGHUP.
pub fn install() -> Result<()> {
	ctrlc::set_handler(|| INTERRUPTED.store(true, Ordering::SeqCst))
		.map_err(|error| format!("cannot listen for Ctrl-C: {error}"))
}

/// Whether somebody wants this to end.
pub fn happened() -> bool {
	INTERRUPTED.load(Ordering::SeqCst)
}

/// An error once somebody wants this to end.
pub fn check() -> Result<()> {
	if happened() {
		Err("interrupted".to_string())
	} else {
		Ok(())
	}
}

/// Wait, but no longer than until somebody wants this to end.
pub fn sleep(duration: Duration) -> Result<()> {
	let end = Instant::now() + duration;
	loop {
		check()?;
		let rest = end.saturating_duration_since(Instant::now());
		if rest.is_zero() {
			return Ok(());
		}
		thread::sleep(rest.min(STEP));
	}
}

/// Wait until somebody wants this to end, or `meanwhile`, asked again and again, is an error.
pub fn wait(meanwhile: &mut dyn FnMut() -> Result<()>) -> Result<()> {
	while !happened() {
		meanwhile()?;
		thread::sleep(STEP);
	}
	Ok(())
}

/// Ask `question` again and again until it has an answer, for at most `limit`.
pub fn until<T>(
	limit: Duration,
	pause: Duration,
	mut question: impl FnMut() -> Result<Option<T>>,
) -> Result<Option<T>> {
	let end = Instant::now() + limit;
	loop {
		if let Some(answer) = question()? {
			return Ok(Some(answer));
		}
		if Instant::now() >= end {
			return Ok(None);
		}
		sleep(pause)?;
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn works_until_there_is_an_answer() {
		let mut asked = 0;
		let answer = until(Duration::from_secs(5), Duration::from_millis(1), || {
			asked += 1;
			Ok((asked == 3).then_some(asked))
		});
		assert_eq!(answer, Ok(Some(3)));
	}

	#[test]
	fn works_to_wait_until_something_fails() {
		let mut asked = 0;
		let waited = wait(&mut || {
			asked += 1;
			if asked == 3 {
				Err("alice ended".to_string())
			} else {
				Ok(())
			}
		});
		assert_eq!(waited, Err("alice ended".to_string()));
	}

	#[test]
	fn works_without_an_answer_in_time() {
		let answer = until(Duration::from_millis(5), Duration::from_millis(1), || {
			Ok(None::<()>)
		});
		assert_eq!(answer, Ok(None));
	}
}
