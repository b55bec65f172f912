academyFind.take("01627ddc20d8","f-outcome",[["cost-of-visits","Cost of visits",0,")'"],["days-at-home","Days at home",0,"##$##$###$###$#%$#$"]]);
