package lexicons

import (
	"bufio"
	"strings"
	"testing"
)

// members are the 193 member states of the United Nations.
const members = `Afghanistan
Albania
Algeria
Andorra
Angola
Antigua and Barbuda
Argentina
Armenia
Australia
Austria
Azerbaijan
Bahamas
Bahrain
Bangladesh
Barbados
Belarus
Belgium
Belize
Benin
Bhutan
Bolivia
Bosnia and Herzegovina
Botswana
Brazil
Brunei
Bulgaria
Burkina Faso
Burundi
Cambodia
Cameroon
Canada
Cape Verde
Central African Republic
Chad
Chile
China
Colombia
Comoros
Congo-Brazzaville
Costa Rica
Croatia
Cuba
Cyprus
Czech Republic
Democratic Republic of Congo
Denmark
Djibouti
Dominica
Dominican Republic
East Timor
Ecuador
Egypt
El Salvador
Equatorial Guinea
Eritrea
Estonia
Eswatini
Ethiopia
Fiji
Finland
France
Gabon
Gambia
Georgia
Germany
Ghana
Greece
Grenada
Guatemala
Guinea
Guinea-Bissau
Guyana
Haiti
Honduras
Hungary
Iceland
India
Indonesia
Iran
Iraq
Ireland
Israel
Italy
Ivory Coast
Jamaica
Japan
Jordan
Kazakhstan
Kenya
Kiribati
Kuwait
Kyrgyzstan
Laos
Latvia
Lebanon
Lesotho
Liberia
Libya
Liechtenstein
Lithuania
Luxembourg
Madagascar
Malawi
Malaysia
Maldives
Mali
Malta
Marshall Islands
Mauritania
Mauritius
Mexico
Micronesia
Moldova
Monaco
Mongolia
Montenegro
Morocco
Mozambique
Myanmar
Namibia
Nauru
Nepal
Netherlands
New Zealand
Nicaragua
Niger
Nigeria
North Korea
North Macedonia
Norway
Oman
Pakistan
Palau
Panama
Papua New Guinea
Paraguay
Peru
Philippines
Poland
Portugal
Qatar
Romania
Russia
Rwanda
Saint Kitts and Nevis
Saint Lucia
Saint Vincent and the Grenadines
Samoa
San Marino
São Tomé and Príncipe
Saudi Arabia
Senegal
Serbia
Seychelles
Sierra Leone
Singapore
Slovakia
Slovenia
Solomon Islands
Somalia
South Africa
South Korea
South Sudan
Spain
Sri Lanka
Sudan
Suriname
Sweden
Switzerland
Syria
Tajikistan
Tanzania
Thailand
Togo
Tonga
Trinidad and Tobago
Tunisia
Turkey
Turkmenistan
Tuvalu
Uganda
Ukraine
United Arab Emirates
United Kingdom
United States
Uruguay
Uzbekistan
Vanuatu
Venezuela
Vietnam
Yemen
Zambia
Zimbabwe`

// withoutCapital are states whose capital is not in the list: it has the state's
// own name, or one that mostly means something else (Brussels, Victoria, St
// John's).
const withoutCapital = `Antigua_and_Barbuda Belgium Djibouti Grenada Luxembourg Monaco Nauru San_Marino Seychelles Singapore`

// Every member of the United Nations is known by its name, its people and its
// capital.
func TestMemberStates(t *testing.T) {
	gazetteer, err := Actors(Builtin(), "en/actors")
	if err != nil {
		t.Fatal(err)
	}
	byName := map[string]*Actor{}
	for _, l := range gazetteer.Lists {
		for i := range l.Actors {
			if a := &l.Actors[i]; a.Type == "state" {
				for _, n := range append([]string{a.Name}, a.Aliases...) {
					byName[n] = a
				}
			}
		}
	}
	count := 0
	seen := map[string]string{}
	for s := bufio.NewScanner(strings.NewReader(members)); s.Scan(); count++ {
		name := s.Text()
		a := byName[name]
		if a == nil {
			t.Errorf("no state is called %s", name)
			continue
		}
		if other := seen[a.ID]; other != "" {
			t.Errorf("%s and %s are both %s", other, name, a.ID)
		}
		seen[a.ID] = name
		if len(a.Demonyms) == 0 && name != "Dominica" && name != "Congo-Brazzaville" { // their namesakes have it
			t.Errorf("%s has no demonym", name)
		}
		if exempt := strings.Contains(" "+withoutCapital+" ", " "+strings.ReplaceAll(name, " ", "_")+" "); (a.Capital == "") != exempt {
			t.Errorf("%s has the capital %q", name, a.Capital)
		}
	}
	if count != 193 {
		t.Errorf("%d names; want 193", count)
	}
}
