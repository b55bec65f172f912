academyFind.take("fce85edd772d","f-practice",[["joint-work","Joint work",0,"%"],["shared-visits","Shared visits",0,"##$##$&#%$#%$#$"]]);
