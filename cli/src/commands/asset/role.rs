//! Who may do what for an asset.

use crate::{
	api::{
		self,
		runtime_types::{assay_primitives::asset::Role, pallet_asset_registry::pallet::Call},
		RuntimeCall,
	},
	commands::{all_or_none, pairs},
	context::Context,
	errors::Outcome,
	moment,
	output::Answer,
};
use clap::Subcommand;
use serde_json::json;

/// What can be done with roles
#[derive(Debug, Subcommand)]
pub enum RoleVerb {
	/// Give identities roles (the asset's issuer)
	Grant {
		/// Ticker or number
		asset: String,
		/// ROLE=IDENTITY, the role as in `asset role revoke --help`, the identity or its account
		#[arg(required = true, value_name = "ROLE=IDENTITY")]
		grants: Vec<String>,
		/// Last moment at which it holds
		#[arg(long)]
		valid_until: Option<String>,
	},
	/// Take a role away (the asset's issuer), or give it up
	Revoke {
		/// Ticker or number
		asset: String,
		/// Role
		#[arg(value_enum)]
		role: Role,
		/// Identity or account
		identity: String,
	},
	/// List the roles
	List {
		/// Ticker or number
		asset: String,
	},
}

/// Carries it out.
pub async fn role(context: &Context, verb: RoleVerb) -> Outcome {
	let receipt = match verb {
		RoleVerb::Grant {
			asset,
			grants,
			valid_until,
		} => {
			let asset = context.asset(&asset).await?.id;
			let valid_until = match valid_until {
				Some(text) => Some(context.moment(&text).await?),
				None => None,
			};
			let mut calls = Vec::new();
			for (role, identity) in pairs::<Role>(context, &grants).await? {
				let call = Call::grant_role {
					asset,
					role,
					identity,
					valid_until,
				};
				calls.push(RuntimeCall::AssetRegistry(call));
			}
			match all_or_none(calls) {
				Some(call) => context.send(call).await?,
				None => return Ok(()),
			}
		},
		RoleVerb::Revoke {
			asset,
			role,
			identity,
		} => {
			let asset = context.asset(&asset).await?.id;
			let identity = context.identity(&identity).await?;
			let call = Call::revoke_role {
				asset,
				role,
				identity,
			};
			context.send(RuntimeCall::AssetRegistry(call)).await?
		},
		RoleVerb::List { asset } => {
			let asset = context.asset(&asset).await?.id;
			let question = api::view_functions().asset_registry().roles_of(asset);
			let roles = context.chain().await?.ask(question).await?;
			let rows = roles.iter().map(|(role, identity, grant)| {
				vec![
					json!(format!("{role:?}")),
					json!(identity),
					json!(grant.granted_by),
					json!(grant.valid_until.map(moment::format)),
				]
			});
			let columns = ["role", "identity", "granted by", "valid until"];
			context.print(Answer::list(&columns, rows.collect()));
			return Ok(());
		},
	};
	context.print_done(receipt, Answer::new());
	Ok(())
}
