academyFind.take("4baf7a7ef794","f-outcome",[["cost-of-visits","Cost of visits",0,")'"],["days-at-home","Days at home",0,"##$##$###$###$#%$#$"]]);
