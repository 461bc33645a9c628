//! A reserve followed in the terminal.

mod show;
mod snapshot;

use crate::{
	chain::ChainConfig,
	context::{AssetInfo, Context},
	errors::Outcome,
	moment,
	output::Format,
	refusal,
};
use clap::Args;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use snapshot::{Snapshot, Source};
use std::{
	io::{self, IsTerminal, Write},
	num::NonZeroU32,
	time::{Duration, Instant},
};
use subxt::client::Blocks;

/// What to follow.
#[derive(Debug, Args)]
pub struct WatchArgs {
	/// Ticker or number
	asset: String,
	/// Open redemptions to show, in the order of the queue
	#[arg(long, default_value_t = 5, value_name = "N")]
	queue: u32,
	/// End after so many final blocks
	#[arg(long, value_name = "N")]
	blocks: Option<NonZeroU32>,
}

/// Follows it until the blocks that were asked for have come, nobody reads any more, or Ctrl-C.
pub async fn run(context: &Context, args: WatchArgs) -> Outcome {
	let chain = context.chain().await?;
	let asset = context.asset(&args.asset).await?;
	let blocks = chain.finalized_blocks().await?;
	let mut screen = Screen::new(context.options.output);
	let followed = tokio::select! {
		followed = follow(context, &asset, &args, blocks, &mut screen) => followed,
		_ = tokio::signal::ctrl_c() => Ok(()),
	};
	screen.close();
	followed
}

async fn follow(
	context: &Context,
	asset: &AssetInfo,
	args: &WatchArgs,
	mut blocks: Blocks<ChainConfig>,
	screen: &mut Screen,
) -> Outcome {
	let mut source = Source::new(asset.id, args.queue);
	let mut second = tokio::time::interval(Duration::from_secs(1));
	let mut left = args.blocks.map(NonZeroU32::get);
	while left != Some(0) {
		let block = tokio::select! {
			block = blocks.next() => block,
			_ = second.tick() => {
				screen.tick(asset);
				continue;
			},
		};
		let block = block
			.ok_or_else(|| refusal::backend(&"it stopped telling of final blocks"))?
			.map_err(|error| refusal::backend(&error))?;
		let at = context.chain().await?.at(block.hash()).await?;
		let snapshot = source.take(context, &at).await?;
		if screen.show(asset, snapshot).is_err() {
			// Nobody reads any more.
			return Ok(());
		}
		left = left.map(|left| left.saturating_sub(1));
	}
	Ok(())
}

/// Where snapshots go.
enum Screen {
	/// A terminal: redrawn in place.
	Terminal {
		bar: ProgressBar,
		/// The newest snapshot, and when it came.
		last: Option<(Box<Snapshot>, Instant)>,
	},
	/// A pipe or a file: a line whenever a figure changes, which is then kept to compare.
	Lines(Option<String>),
	/// A program: an object a line.
	Json,
}

impl Screen {
	fn new(format: Format) -> Self {
		match format {
			Format::Json => Self::Json,
			Format::Table if io::stdout().is_terminal() => {
				let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stdout());
				if let Ok(style) = ProgressStyle::with_template("{msg}") {
					bar.set_style(style);
				}
				bar.set_message("waiting for a final block …");
				Self::Terminal { bar, last: None }
			},
			Format::Table => Self::Lines(None),
		}
	}

	fn show(&mut self, asset: &AssetInfo, snapshot: Snapshot) -> io::Result<()> {
		match self {
			Self::Terminal { last, .. } => {
				*last = Some((Box::new(snapshot), Instant::now()));
				self.tick(asset);
				Ok(())
			},
			Self::Lines(last) => {
				let figures = show::figures(asset, &snapshot);
				if last.as_ref() == Some(&figures) {
					return Ok(());
				}
				let when = moment::format(snapshot.at);
				writeln!(io::stdout(), "{when}  #{}  {figures}", snapshot.block)?;
				*last = Some(figures);
				io::stdout().flush()
			},
			Self::Json => {
				let object = show::frame(asset, &snapshot, snapshot.at).to_json();
				writeln!(io::stdout(), "{object}")?;
				io::stdout().flush()
			},
		}
	}

	/// Lets the times that are left run on until the next block comes.
	fn tick(&self, asset: &AssetInfo) {
		if let Self::Terminal {
			bar,
			last: Some((snapshot, came_at)),
		} = self
		{
			let passed = u64::try_from(came_at.elapsed().as_millis()).unwrap_or(u64::MAX);
			let now = snapshot.at.saturating_add(passed);
			bar.set_message(show::frame(asset, snapshot, now).to_table());
		}
	}

	/// Leaves the last picture where it is.
	fn close(&self) {
		if let Self::Terminal { bar, .. } = self {
			bar.abandon();
		}
	}
}
