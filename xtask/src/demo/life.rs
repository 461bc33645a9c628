//! The life of one asset: vaulted gold, from the first identity to its suspension.

use super::{step::Kept, Chapter, Step};
use crate::{clients::Errand, Result};
use std::time::Duration;

/// By these the council decides at once: on a local network every key is at hand.
const COUNCIL: &str = "council enact --members //Alice,//Bob,//Charlie";
/// Delays of a local network are over within this.
const DELAY: Duration = Duration::from_secs(60);
/// Two of two people sign for the first investor's account.
const MULTISIG: &str = "2://Dora,//Dora//deputy";

/// The life up to the asset, which has no reserve yet.
pub fn foundation() -> Vec<Chapter> {
	vec![participants(), asset()]
}

/// The life up to the point where others may still use the asset.
pub fn chapters() -> Vec<Chapter> {
	let mut chapters = foundation();
	chapters.extend([
		reserve(),
		minting(),
		transfers(),
		institution(),
		redemption(),
		vote(),
		lapse(),
	]);
	chapters
}

/// The council decides something at once.
pub fn council(title: &str, command: &str) -> Step {
	Step::new(title, &format!("{COUNCIL} {command}"))
}

fn participants() -> Chapter {
	Chapter {
		title: "Who takes part",
		steps: vec![
			Step::new(
				"The registrar takes up issuer, custodians, auditor and officers",
				"identity onboard participants.csv --claim kyc --as //Eve",
			)
			.fact("/registered", 7),
			Step::new(
				"It takes up seven investors and vouches for them",
				"identity onboard investors.csv --claim kyc --claim sanctions-clear --as //Eve",
			)
			.fact("/registered", 7),
			Step::new(
				"It takes up an applicant whom nobody vouches for yet",
				"identity onboard applicants.csv --as //Eve",
			)
			.fact("/registered", 1),
			council(
				"The council grants them ASY to pay fees with",
				"fees grant 1000 //Issuer //Zurich //London //Auditor //Officer //Minter //Controller \
				 //Dora //Emil //Kurt",
			),
			council(
				"The council approves two custodians and an auditor",
				"custody approve custodian=//Zurich custodian=//London auditor=//Auditor \
				 --licence licences.md",
			),
		],
	}
}

fn asset() -> Chapter {
	Chapter {
		title: "What the asset is",
		steps: vec![
			Step::new(
				"The issuer writes down the terms and files three documents",
				"asset draft asset.toml --as //Issuer",
			)
			.fact("/documents", 3)
			.keep("asset", "/asset"),
			Step::new(
				"It cannot approve its own terms",
				"asset approve HBG --as //Issuer",
			)
			.refused("AssetRegistry::"),
			Step::new(
				"Another organisation approves them",
				"asset approve HBG --as //Auditor",
			),
			Step::new(
				"The issuer activates the asset",
				"asset activate HBG --as //Issuer",
			)
			.fact("/status", "Active"),
			Step::new(
				"It says who may do what",
				"asset role grant HBG minter=//Minter mint-controller=//Controller \
				 custodian=//Zurich custodian=//London auditor=//Auditor \
				 compliance-officer=//Officer --as //Issuer",
			),
			Step::new(
				"The compliance officer says who may hold it",
				"policy apply HBG policy.toml --as //Officer",
			)
			.fact("/rules", 6),
			Step::new(
				"Anybody can check that a prospectus is the one that is filed",
				"asset document check HBG prospectus.md",
			)
			.fact("/version", 1),
		],
	}
}

fn reserve() -> Chapter {
	Chapter {
		title: "What stands behind it",
		steps: vec![
			Step::new(
				"One custodian opens its vault in Zurich",
				"vault open ZRH-1 --country 756 --as //Zurich",
			),
			Step::new(
				"Another opens its vault in London",
				"vault open LON-1 --country 826 --as //London",
			),
			Step::new(
				"220 bars in Zurich are registered and pledged, once the list's sums hold",
				"lot register HBG ZRH-1 bars.csv --as //Zurich",
			)
			.fact("/registered", 220)
			.fact("/quantity_in_the_vault", "87683.379 fine troy ounce"),
			Step::new(
				"200 bars in London too",
				"lot register HBG LON-1 bars.csv --as //London",
			)
			.fact("/registered", 200)
			.fact("/quantity_in_the_vault", "79865.196 fine troy ounce"),
			Step::new(
				"Anybody can compare list and register",
				"lot check HBG bars.csv",
			)
			.fact("/as_registered", 420),
			Step::new(
				"The custodian in Zurich attests its own vault",
				"attest send custodian-zurich.json --as //Zurich",
			),
			Step::new(
				"The custodian in London attests its own",
				"attest send custodian-london.json --as //London",
			),
			Step::new("That alone counts for nothing", "reserve headroom HBG").fact("/units", "0"),
			Step::new(
				"The auditor confirms Zurich",
				"attest send auditor-zurich.json --as //Auditor",
			),
			Step::new(
				"The auditor confirms London",
				"attest send auditor-london.json --as //Auditor",
			),
			Step::new("The reserve is the sum of both", "reserve status HBG")
				.fact("/status", "Backed")
				.fact("/reserve", "167548.575 fine troy ounce"),
		],
	}
}

fn minting() -> Chapter {
	Chapter {
		title: "How units come to be",
		steps: vec![
			Step::new(
				"The controller opens a bucket for the minter",
				"mint limit HBG --capacity 6_000_000 --refill-per-day 6_000_000 \
				 --single-mint-cap 6_000_000 --as //Controller",
			),
			Step::new("What the reserve covers, in tokens", "reserve headroom HBG")
				.keep("headroom", "/headroom"),
			Step::new(
				"The minter mints all that the reserve covers: {headroom}",
				"mint issue HBG //Dora headroom --as //Minter",
			)
			.fact("/receivers", 1),
			Step::new(
				"One smallest unit more is refused, with the headroom",
				"mint issue HBG //Dora 0.000001 --as //Minter",
			)
			.refused("the headroom is 0 HBG"),
		],
	}
}

fn transfers() -> Chapter {
	Chapter {
		title: "Who may hold it",
		steps: vec![
			Step::new(
				"A holder transfers to an investor by plain assets.transfer",
				"transfer HBG //Emil 20_000 --as //Dora",
			)
			.fact("/transferred", "20000 HBG"),
			Step::new(
				"A dry run says why the applicant may not receive",
				"policy explain HBG //Dora //Kurt 1",
			)
			.fact("/allowed", false)
			.fact("/reasons/0/reason", "ReceiverClaim"),
			Step::new(
				"To the applicant it is refused in the pool, for the same reason",
				"transfer HBG //Kurt 1 --as //Dora",
			)
			.refused("refused in the pool: the receiver lacks a claim"),
			Step::new(
				"Inside a batch it is refused on chain, for the same reason",
				"transfer HBG //Kurt 1 --via compliance --in-batch --as //Dora",
			)
			.refused("refused on chain: the receiver lacks a claim"),
			Step::new(
				"The ledger's own call is closed inside a batch, whoever receives",
				"transfer HBG //Emil 1 --in-batch --as //Dora",
			)
			.refused("CallFiltered"),
		],
	}
}

fn institution() -> Chapter {
	let act = |title: &str, command: &str, key: &str| {
		Step::new(
			title,
			&format!("{command} --multisig {MULTISIG} --as {key}"),
		)
	};
	let invite = format!("identity propose-link //Dora multisig:{MULTISIG} --as //Dora");
	let fund = format!("transfer HBG multisig:{MULTISIG} 100 --as //Dora");
	let refused = "transfer HBG //Kurt 1 --via compliance";
	Chapter {
		title: "The same for an institution, whose account two people sign for",
		steps: vec![
			Step::new(
				"An investor lets a second person sign for it",
				"identity link --key //Dora//deputy --identity //Dora --as //Dora",
			),
			Step::new(
				"That person gets ASY to pay fees with",
				"fees send 10 //Dora//deputy --as //Dora",
			),
			Step::new(
				"The investor invites an account that both sign for",
				&invite,
			),
			act(
				"One person accepts",
				"identity accept-link //Dora",
				"//Dora",
			),
			act(
				"The other too: it is linked",
				"identity accept-link //Dora",
				"//Dora//deputy",
			),
			Step::new("It receives units", &fund).fact("/transferred", "100 HBG"),
			act("One person would send to the applicant", refused, "//Dora"),
			act(
				"The other too: refused on chain, with the reason",
				refused,
				"//Dora//deputy",
			)
			.refused("refused on chain: the receiver lacks a claim"),
		],
	}
}

fn redemption() -> Chapter {
	Chapter {
		title: "How a claim ends",
		steps: vec![
			Step::new(
				"A holder redeems the weight of one bar",
				"redeem request HBG 404.478 --quantity --delivery delivery.md --as //Emil",
			)
			.fact("/claims", "404.478 fine troy ounce")
			.keep("redemption", "/redemption"),
			Step::new(
				"The issuer accepts",
				"redeem accept {redemption} --as //Issuer",
			),
			Step::new(
				"The custodian releases the bar",
				"redeem release {redemption} NORDAU:N2210851 --evidence delivery.md --as //Zurich",
			)
			.fact("/lots", 1),
			Step::new("The units burn", "redeem burn {redemption} --as //Emil"),
			Step::new("The claim has ended", "redeem show {redemption}").fact("/state", "Burned"),
			Step::new(
				"The bar is gone from the register",
				"lot show NORDAU:N2210851",
			)
			.fact("/status", "Released"),
			Step::new("The reserve is smaller by the bar", "reserve status HBG")
				.fact("/status", "Backed")
				.fact("/reserve", "167144.097 fine troy ounce"),
			Step::new(
				"The released metal gives no headroom",
				"mint issue HBG //Dora 0.01 --as //Minter",
			)
			.refused("InsufficientReserve"),
		],
	}
}

fn vote() -> Chapter {
	Chapter {
		title: "How the rules of a reserve change",
		steps: vec![
			Step::new(
				"A member of the council moves to raise the required coverage to 102.5 %",
				"council propose parameter set HBG required-coverage-bps 102.5% --as //Alice",
			)
			.keep("motion", "/motion")
			.keep("index", "/index"),
			Step::new(
				"It votes aye",
				"council vote {motion} {index} aye --as //Alice",
			),
			Step::new(
				"So does a second member",
				"council vote {motion} {index} aye --as //Bob",
			)
			.fact("/ayes", 2),
			Step::new(
				"The third closes the motion: it is carried",
				"council close {motion} {index} --as //Charlie",
			),
			Step::new(
				"After its delay the change holds by itself",
				"parameter show HBG",
			)
			.fact("/required_coverage", "102.5 %")
			.within(DELAY),
			Step::new(
				"The reserve is now too thin to mint on",
				"reserve status HBG",
			)
			.fact("/status", "Thin"),
			Step::new(
				"So minting is shut",
				"mint issue HBG //Dora 0.000001 --as //Minter",
			)
			.refused("Issuance::MintingShut"),
			council(
				"A value outside the corridor is refused, whoever votes for it",
				"parameter set HBG required-coverage-bps 160%",
			)
			.refused("ReserveGovernance::AboveCorridor"),
			council(
				"The council votes it down to 100 % again",
				"parameter set HBG required-coverage-bps 100%",
			)
			.fact("/new", "100 %"),
			Step::new(
				"After a longer delay the asset is backed",
				"reserve status HBG",
			)
			.fact("/status", "Backed")
			.within(DELAY),
		],
	}
}

fn lapse() -> Chapter {
	Chapter {
		title: "What happens when a report lapses",
		steps: vec![
			Step::new(
				"The custodian in London reports anew, for a few seconds only",
				"attest send custodian-london.json --valid-until +20s --as //London",
			),
			Step::new(
				"The auditor confirms it",
				"attest send auditor-london.json --as //Auditor",
			),
			Step::new("The asset is backed", "reserve status HBG").fact("/status", "Backed"),
			Step::new(
				"The report lapses, without anybody doing anything",
				"reserve breakdown HBG",
			)
			.fact("/vaults/1/state", "Lapsed")
			.within(DELAY),
			Step::new(
				"Minting is shut from that instant",
				"mint issue HBG //Dora 0.000001 --as //Minter",
			)
			.refused("Issuance::MintingShut"),
			Step::new("Transfers go on", "transfer HBG //Flora 5 --as //Dora")
				.fact("/transferred", "5 HBG"),
		],
	}
}

/// How it ends.
pub fn ending() -> Chapter {
	Chapter {
		title: "How an asset is stopped",
		steps: vec![
			council("The council suspends it by motion", "asset suspend HBG")
				.fact("/status", "Suspended"),
			Step::new("Nothing moves", "transfer HBG //Emil 1 --as //Dora").refused("AssetStatus"),
			Step::new(
				"Holders can still redeem",
				"redeem request HBG 10 --delivery delivery.md --as //Dora",
			),
		],
	}
}

/// What it led to.
pub fn closing() -> Chapter {
	Chapter {
		title: "What it led to",
		steps: vec![
			Step::new("Reserve", "reserve status HBG").shown(),
			Step::new("Vault by vault", "reserve breakdown HBG").shown(),
			Step::new("Holders", "position list HBG").shown(),
			Step::new("Finality", "chain status").shown(),
		],
	}
}

/// What an unmodified client can do before the end: send to an investor, and not to the applicant.
pub fn errand(kept: &Kept) -> Result<Errand> {
	let asset = kept
		.get("asset")
		.ok_or("the story has not come to the asset yet")?;
	Ok(Errand {
		asset: asset.clone(),
		sender: "//Dora".to_string(),
		receiver: "//Emil".to_string(),
		stranger: "//Kurt".to_string(),
		amount: "1000000".to_string(),
	})
}
