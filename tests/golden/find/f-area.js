academyFind.take("fce85edd772d","f-area",[["vale","The Vale",0,"##$##$###################"],["ashby","Ashby",1,"#%##$#####$####%#%#"],["brookvale","Brookvale",1,"$+'&&%"]]);
