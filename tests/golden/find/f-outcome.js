academyFind.take("fce85edd772d","f-outcome",[["cost-of-visits","Cost of visits",0,")'"],["days-at-home","Days at home",0,"##$##$###$###$#%$#$"]]);
