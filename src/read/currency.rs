//! The currencies: codes, names, signs and coins. What a sum of money looks like is for [`super::money`].

/// What currency words or signs name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Currency {
    /// The currency; several where a sign or name is shared.
    Main(&'static [&'static str]),
    /// The name of a coin, and the currencies it is a hundredth of.
    Coin(&'static str, &'static [&'static str]),
}

/// One currency: its code, the singular of its name, and the adjectives and countries that tell it from others.
type Row = (&'static [&'static str; 1], &'static str, &'static [&'static str]);

/// Currencies whose name several countries share, and those that are mostly written with their country.
const NAMED: &[Row] = &[
    (&["USD"], "dollar", &["us", "u.s", "u.s.", "american"]),
    (&["AUD"], "dollar", &["australian", "aussie", "australia"]),
    (&["CAD"], "dollar", &["canadian", "canada"]),
    (&["NZD"], "dollar", &["zealand"]),
    (&["HKD"], "dollar", &["kong"]),
    (&["SGD"], "dollar", &["singapore", "singaporean"]),
    (&["TWD"], "dollar", &["taiwan", "taiwanese"]),
    (&["JMD"], "dollar", &["jamaican", "jamaica"]),
    (&["FJD"], "dollar", &["fijian", "fiji"]),
    (&["ZWL"], "dollar", &["zimbabwean", "zimbabwe"]),
    (&["NAD"], "dollar", &["namibian", "namibia"]),
    (&["GBP"], "pound", &["british", "sterling", "uk", "u.k."]),
    (&["EGP"], "pound", &["egyptian", "egypt"]),
    (&["LBP"], "pound", &["lebanese", "lebanon"]),
    (&["SYP"], "pound", &["syrian", "syria"]),
    (&["SDG"], "pound", &["sudanese", "sudan"]),
    (&["IEP"], "pound", &["irish"]),
    (&["CHF"], "franc", &["swiss"]),
    (&["FRF"], "franc", &["french"]),
    (&["BEF"], "franc", &["belgian"]),
    (&["XOF"], "franc", &["cfa"]),
    (&["RWF"], "franc", &["rwandan", "rwanda"]),
    (&["CDF"], "franc", &["congolese"]),
    (&["INR"], "rupee", &["indian"]),
    (&["PKR"], "rupee", &["pakistani", "pakistan"]),
    (&["LKR"], "rupee", &["lankan", "lanka"]),
    (&["NPR"], "rupee", &["nepalese", "nepali", "nepal"]),
    (&["MUR"], "rupee", &["mauritian"]),
    (&["IDR"], "rupiah", &["indonesian", "indonesia"]),
    (&["JPY"], "yen", &["japanese"]),
    (&["CNY"], "yuan", &["chinese"]),
    (&["KRW"], "won", &["korean", "korea"]),
    (&["KWD"], "dinar", &["kuwaiti", "kuwait"]),
    (&["IQD"], "dinar", &["iraqi", "iraq"]),
    (&["JOD"], "dinar", &["jordanian", "jordan"]),
    (&["BHD"], "dinar", &["bahraini", "bahrain"]),
    (&["DZD"], "dinar", &["algerian", "algeria"]),
    (&["TND"], "dinar", &["tunisian", "tunisia"]),
    (&["LYD"], "dinar", &["libyan", "libya"]),
    (&["RSD"], "dinar", &["serbian", "serbia"]),
    (&["QAR"], "riyal", &["qatari", "qatar"]),
    (&["SAR"], "riyal", &["saudi"]),
    (&["YER"], "rial", &["yemeni", "yemen"]),
    (&["IRR"], "rial", &["iranian", "iran"]),
    (&["OMR"], "rial", &["omani", "oman"]),
    (&["AED"], "dirham", &["emirati", "uae"]),
    (&["MAD"], "dirham", &["moroccan", "morocco"]),
    (&["MXN"], "peso", &["mexican", "mexico"]),
    (&["PHP"], "peso", &["philippine", "filipino"]),
    (&["ARS"], "peso", &["argentine", "argentinian", "argentina"]),
    (&["CLP"], "peso", &["chilean", "chile"]),
    (&["COP"], "peso", &["colombian", "colombia"]),
    (&["CUP"], "peso", &["cuban", "cuba"]),
    (&["DOP"], "peso", &["dominican"]),
    (&["UYU"], "peso", &["uruguayan", "uruguay"]),
    (&["SEK"], "krona", &["swedish", "sweden"]),
    (&["NOK"], "krone", &["norwegian", "norway"]),
    (&["DKK"], "krone", &["danish", "denmark"]),
    (&["ISK"], "krona", &["icelandic", "iceland"]),
    (&["CZK"], "koruna", &["czech"]),
    (&["CZK"], "crown", &["czech"]),
    (&["SEK"], "crown", &["swedish"]),
    (&["NOK"], "crown", &["norwegian"]),
    (&["DKK"], "crown", &["danish"]),
    (&["TRY"], "lira", &["turkish", "turkey"]),
    (&["ITL"], "lira", &["italian"]),
    (&["KES"], "shilling", &["kenyan", "kenya"]),
    (&["UGX"], "shilling", &["ugandan", "uganda"]),
    (&["TZS"], "shilling", &["tanzanian", "tanzania"]),
    (&["SOS"], "shilling", &["somali"]),
    (&["RUB"], "ruble", &["russian"]),
    (&["BYN"], "ruble", &["belarusian"]),
    (&["MYR"], "ringgit", &["malaysian", "malaysia"]),
    (&["FIM"], "markka", &["finnish"]),
    (&["NLG"], "guilder", &["dutch"]),
    (&["DEM"], "mark", &["german", "deutsche", "west"]),
    (&["ILS"], "shekel", &["israeli", "israel", "new"]),
    (&["BRL"], "real", &["brazilian", "brazil"]),
    (&["ZAR"], "rand", &["african", "africa"]),
    (&["UAH"], "hryvnia", &["ukrainian", "ukraine"]),
    (&["NGN"], "naira", &["nigerian", "nigeria"]),
    (&["EUR"], "euro", &[]),
    (&["THB"], "baht", &["thai"]),
    (&["VND"], "dong", &["vietnamese"]),
    (&["BDT"], "taka", &["bangladeshi"]),
    (&["PLN"], "zloty", &["polish"]),
    (&["HUF"], "forint", &["hungarian"]),
];

/// Names that stand for one currency, or for several, without their country.
pub(super) fn name(word: &str) -> Option<Currency> {
    use Currency::{Coin, Main};
    Some(match word {
        "dollar" | "dollars" | "buck" | "bucks" => Main(DOLLARS),
        // Newswires wrote so of one dollar, and named any other.
        "dlr" | "dlrs" => Main(&["USD"]),
        "euro" | "euros" => Main(&["EUR"]),
        "pound" | "pounds" => Main(&["GBP"]),
        "sterling" | "quid" => Main(&["GBP"]),
        "yen" => Main(&["JPY"]),
        "yuan" | "renminbi" | "rmb" | "kuai" => Main(&["CNY"]),
        "won" => Main(&["KRW"]),
        "franc" | "francs" => Main(&["CHF", "FRF", "BEF", "XOF"]),
        "rupee" | "rupees" => Main(&["INR", "PKR", "LKR", "NPR"]),
        "rupiah" | "rupiahs" => Main(&["IDR"]),
        "ringgit" | "ringgits" => Main(&["MYR"]),
        "ruble" | "rubles" | "rouble" | "roubles" => Main(&["RUB"]),
        "peso" | "pesos" => Main(&["MXN", "PHP", "ARS", "CLP", "COP"]),
        "dinar" | "dinars" => Main(&["KWD", "IQD", "JOD", "BHD", "DZD", "TND", "LYD", "RSD"]),
        "dirham" | "dirhams" => Main(&["AED", "MAD"]),
        "rial" | "rials" => Main(&["IRR", "OMR", "YER"]),
        "riyal" | "riyals" => Main(&["SAR", "QAR"]),
        "saudiriyal" | "saudiriyals" => Main(&["SAR"]),
        "shekel" | "shekels" => Main(&["ILS"]),
        "lira" | "liras" | "lire" => Main(&["TRY"]),
        "krona" | "kronor" => Main(&["SEK"]),
        "kr" => Main(&["SEK", "NOK", "DKK"]),
        "krone" | "kroner" => Main(&["NOK", "DKK"]),
        "koruna" | "korunas" => Main(&["CZK"]),
        "zloty" | "zlotys" | "zloties" | "zł" => Main(&["PLN"]),
        "forint" | "forints" => Main(&["HUF"]),
        "hryvnia" | "hryvnias" | "hryvnya" => Main(&["UAH"]),
        "rand" | "rands" => Main(&["ZAR"]),
        "reais" => Main(&["BRL"]),
        "baht" => Main(&["THB"]),
        "dong" => Main(&["VND"]),
        "taka" => Main(&["BDT"]),
        "naira" | "nairas" => Main(&["NGN"]),
        "cedi" | "cedis" => Main(&["GHS"]),
        "shilling" | "shillings" => Main(&["KES", "UGX", "TZS", "SOS"]),
        "birr" => Main(&["ETB"]),
        "kwacha" => Main(&["ZMW", "MWK"]),
        "tugrik" | "tugriks" => Main(&["MNT"]),
        "tenge" => Main(&["KZT"]),
        "afghani" | "afghanis" => Main(&["AFN"]),
        "kyat" | "kyats" => Main(&["MMK"]),
        "bolivar" | "bolivars" | "bolivares" => Main(&["VES"]),
        "markka" | "markkaa" | "markkas" => Main(&["FIM"]),
        "guilder" | "guilders" => Main(&["NLG"]),
        "deutschmark" | "deutschmarks" => Main(&["DEM"]),
        "drachma" | "drachmas" => Main(&["GRD"]),
        "peseta" | "pesetas" => Main(&["ESP"]),
        "escudo" | "escudos" => Main(&["PTE"]),
        "schilling" | "schillings" => Main(&["ATS"]),
        "bitcoin" | "bitcoins" | "btc" => Main(&["BTC"]),
        "ethereum" | "ether" => Main(&["ETH"]),
        "cent" | "cents" => Coin("cent", CENTED),
        "pence" | "penny" => Coin("penny", &["GBP"]),
        "pennies" => Coin("penny", &["USD", "GBP"]),
        "paise" | "paisa" => Coin("paisa", &["INR"]),
        "sen" | "sens" => Coin("sen", &["MYR"]),
        "kopek" | "kopeks" | "kopecks" | "kopeck" => Coin("kopek", &["RUB"]),
        _ => return None,
    })
}

/// What "$" may stand for where nothing tells.
pub(super) const DOLLARS: &[&str] = &["USD", "AUD", "CAD", "NZD", "HKD", "SGD", "MXN"];
const CENTED: &[&str] = &["USD", "AUD", "CAD", "NZD", "HKD", "SGD", "EUR"];

/// Whether a name of money is another thing more often, and is read as money only where more speaks for it.
pub(super) fn is_doubtful(word: &str) -> bool {
    matches!(word, "pound" | "pounds" | "won" | "sterling" | "ether" | "dong")
}

/// The currency that a country's adjective and a name make: "Australian dollars".
pub(super) fn named(country: &str, name: &str) -> Option<&'static [&'static str]> {
    let name = if matches!(name, "dlr" | "dlrs") { "dollar" } else { name };
    NAMED
        .iter()
        .find(|(_, stem, countries)| {
            name.as_bytes().first() == stem.as_bytes().first()
                && is_form(name, stem)
                && countries.contains(&country)
        })
        .map(|(code, _, _)| &code[..])
}

/// The singular names of the currencies that several countries share.
#[cfg(test)]
pub(super) fn stems() -> impl Iterator<Item = &'static str> {
    NAMED.iter().map(|(_, stem, _)| *stem)
}

/// Whether `name` is the singular or a plural of `stem`.
pub(super) fn is_form(name: &str, stem: &str) -> bool {
    let irregular = match stem {
        "krone" => name == "kroner",
        "krona" => name == "kronor",
        "lira" => name == "lire",
        "ruble" => name == "rouble" || name == "roubles",
        "zloty" => name == "zloties",
        "real" => name == "reais",
        _ => false,
    };
    name == stem || name.strip_suffix('s') == Some(stem) || irregular
}

/// A sign of money.
pub(super) fn sign(written: &str) -> Option<Currency> {
    use Currency::{Coin, Main};
    Some(match written {
        "$" => Main(DOLLARS),
        "£" => Main(&["GBP"]),
        "€" => Main(&["EUR"]),
        "¥" | "￥" => Main(&["JPY", "CNY"]),
        "元" => Main(&["CNY"]),
        "円" => Main(&["JPY"]),
        "₩" => Main(&["KRW"]),
        "₹" => Main(&["INR"]),
        "₨" => Main(&["INR", "PKR", "LKR", "NPR"]),
        "₽" => Main(&["RUB"]),
        "₺" => Main(&["TRY"]),
        "₴" => Main(&["UAH"]),
        "₦" => Main(&["NGN"]),
        "₱" => Main(&["PHP"]),
        "₪" => Main(&["ILS"]),
        "₫" => Main(&["VND"]),
        "₡" => Main(&["CRC"]),
        "₲" => Main(&["PYG"]),
        "₵" => Main(&["GHS"]),
        "฿" => Main(&["THB"]),
        "৳" => Main(&["BDT"]),
        "₸" => Main(&["KZT"]),
        "₿" => Main(&["BTC"]),
        "¢" => Coin("cent", CENTED),
        _ => return None,
    })
}

/// The letters before "$", in lower case: "US$", "A$", "HK$".
pub(super) fn dollar_of(letters: &str) -> Option<&'static [&'static str]> {
    Some(match letters {
        "us" | "u.s" | "u.s." | "usd" => &["USD"],
        "a" | "au" | "aud" => &["AUD"],
        "c" | "ca" | "can" | "cad" => &["CAD"],
        "nz" | "nzd" => &["NZD"],
        "hk" | "hkd" => &["HKD"],
        "s" | "sg" | "sgd" => &["SGD"],
        "nt" | "twd" => &["TWD"],
        "mex" | "mx" | "mxn" => &["MXN"],
        "r" | "brl" => &["BRL"],
        "j" => &["JMD"],
        "fj" => &["FJD"],
        "z" => &["ZWL"],
        "n" => &["NAD"],
        "bz" => &["BZD"],
        "tt" => &["TTD"],
        "rd" => &["DOP"],
        _ => return None,
    })
}

/// The code of a currency, written in capitals; those that are words in capitals too are read behind a figure only.
pub(super) fn code(written: &str, before_figure: bool) -> Option<&'static [&'static str]> {
    let mut upper = [0_u8; 3];
    if written.len() != 3 || !written.is_ascii() {
        return None;
    }
    upper.copy_from_slice(written.as_bytes());
    upper.make_ascii_uppercase();
    let at = CODES.iter().position(|code| code[0].as_bytes() == upper)?;
    let code = &CODES[at][..];
    let is_word = matches!(
        code[0],
        "ALL"
            | "TOP"
            | "TRY"
            | "MOP"
            | "PEN"
            | "LAK"
            | "CUP"
            | "BAM"
            | "SOS"
            | "MAD"
            | "COP"
            | "GEL"
            | "RON"
            | "MUR"
            | "PAB"
            | "ANG"
            | "BOB"
            | "CAD"
            | "SAR"
            | "PHP"
            | "LAS"
            | "ETH"
            | "CVE"
            | "DOP"
    );
    let in_capitals = written.bytes().all(|byte| byte.is_ascii_uppercase());
    if is_word && (before_figure && code[0] != "CAD" && code[0] != "SAR" && code[0] != "PHP" || !in_capitals)
    {
        None
    } else {
        Some(code)
    }
}

/// The codes of currencies, but for that of the Kyrgyz som: "5 KGS" are kilograms.
pub(super) const CODES: &[[&str; 1]] = &[
    ["USD"],
    ["EUR"],
    ["GBP"],
    ["JPY"],
    ["CNY"],
    ["AUD"],
    ["CAD"],
    ["NZD"],
    ["CHF"],
    ["HKD"],
    ["SGD"],
    ["SEK"],
    ["NOK"],
    ["DKK"],
    ["ISK"],
    ["CZK"],
    ["PLN"],
    ["HUF"],
    ["RON"],
    ["BGN"],
    ["RSD"],
    ["BAM"],
    ["MKD"],
    ["ALL"],
    ["MDL"],
    ["UAH"],
    ["RUB"],
    ["BYN"],
    ["TRY"],
    ["ILS"],
    ["EGP"],
    ["LBP"],
    ["SYP"],
    ["IQD"],
    ["IRR"],
    ["SAR"],
    ["QAR"],
    ["AED"],
    ["OMR"],
    ["YER"],
    ["KWD"],
    ["BHD"],
    ["JOD"],
    ["DZD"],
    ["MAD"],
    ["TND"],
    ["LYD"],
    ["SDG"],
    ["ETB"],
    ["KES"],
    ["UGX"],
    ["TZS"],
    ["RWF"],
    ["BIF"],
    ["SOS"],
    ["DJF"],
    ["NGN"],
    ["GHS"],
    ["XOF"],
    ["XAF"],
    ["ZAR"],
    ["NAD"],
    ["BWP"],
    ["ZMW"],
    ["MWK"],
    ["MZN"],
    ["AOA"],
    ["CDF"],
    ["MGA"],
    ["MUR"],
    ["SCR"],
    ["ZWL"],
    ["INR"],
    ["PKR"],
    ["LKR"],
    ["NPR"],
    ["BDT"],
    ["BTN"],
    ["MVR"],
    ["AFN"],
    ["KZT"],
    ["UZS"],
    ["TJS"],
    ["TMT"],
    ["GEL"],
    ["AMD"],
    ["AZN"],
    ["MNT"],
    ["KRW"],
    ["KPW"],
    ["TWD"],
    ["THB"],
    ["VND"],
    ["LAK"],
    ["KHR"],
    ["MMK"],
    ["MYR"],
    ["IDR"],
    ["PHP"],
    ["BND"],
    ["PGK"],
    ["FJD"],
    ["TOP"],
    ["WST"],
    ["VUV"],
    ["SBD"],
    ["XPF"],
    ["MXN"],
    ["GTQ"],
    ["HNL"],
    ["NIO"],
    ["CRC"],
    ["PAB"],
    ["CUP"],
    ["DOP"],
    ["HTG"],
    ["JMD"],
    ["TTD"],
    ["BBD"],
    ["BSD"],
    ["BZD"],
    ["XCD"],
    ["GYD"],
    ["SRD"],
    ["COP"],
    ["VES"],
    ["VEF"],
    ["BRL"],
    ["PEN"],
    ["BOB"],
    ["PYG"],
    ["UYU"],
    ["ARS"],
    ["CLP"],
    ["CVE"],
    ["GMD"],
    ["GNF"],
    ["LRD"],
    ["SLL"],
    ["STN"],
    ["SZL"],
    ["LSL"],
    ["ERN"],
    ["SSP"],
    ["KMF"],
    ["MOP"],
    ["ANG"],
    ["AWG"],
    ["BMD"],
    ["KYD"],
    ["GIP"],
    ["FKP"],
    ["SHP"],
    ["BTC"],
    ["ETH"],
    ["DEM"],
    ["FRF"],
    ["ITL"],
    ["ESP"],
    ["NLG"],
    ["BEF"],
    ["FIM"],
    ["IEP"],
    ["PTE"],
    ["ATS"],
    ["GRD"],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_named_currency_has_a_code() {
        for (code, name, _) in NAMED {
            assert!(CODES.contains(code), "{} ({name}) is no code", code[0]);
        }
    }
}
